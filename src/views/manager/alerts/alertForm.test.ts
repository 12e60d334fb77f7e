import { describe, expect, it } from 'vitest';
import { alertKinds } from '#model/alert.ts';
import { defaultQueue } from '#model/defaultQueue.ts';
import { alertFields, fieldsOf, newFields, readAlertFields, type AlertFields } from './alertForm.ts';

const queue = defaultQueue('support', { name: null, zone: 'Asia/Shanghai', country: 'CN' });
const choices = { sources: ['pbx'], targets: ['t1'] };

describe('the form of a rule', () => {
	it.each(alertKinds)('of %s is read as it was written', (kind) => {
		const fields = newFields(kind, queue, choices);
		const read = readAlertFields(fields);
		expect(read).toMatchObject({ kind, targets: ['t1'], quiet: 'closed' });
		expect('field' in read ? null : fieldsOf(read)).toEqual({
			...fields,
			source: kind === 'no_records' ? 'pbx' : ''
		});
	});

	it('takes minutes and per cent', () => {
		const wait = newFields('longest_wait', queue, choices);
		expect(readAlertFields({ ...wait, limit: '1.5', hold: '0.5' })).toMatchObject({
			limit: 90,
			hold_seconds: 30
		});
		const level = newFields('service_level', queue, choices);
		expect(readAlertFields({ ...level, limit: '72.5', window: '3600' })).toMatchObject({
			limit: 0.725,
			window_seconds: 3600,
			min_calls: 20
		});
	});

	it.each<[string, Partial<AlertFields>]>([
		['kind', { kind: 'weather' }],
		['limit', { limit: '' }],
		['limit', { limit: '0' }],
		['limit', { limit: '99999' }],
		['limit', { limit: 'many' }],
		['hold_seconds', { hold: '-1' }],
		['hold_seconds', { hold: '1441' }],
		['quiet', { quiet: 'range', from: '22:00', to: '22:00' }],
		['quiet', { quiet: 'range', from: '', to: '25:00' }]
	])('says that %s is wrong', (field, wrong) => {
		expect(readAlertFields({ ...newFields('longest_wait', queue, choices), ...wrong })).toEqual({ field });
	});

	it('takes what was sent, whatever it was', () => {
		const form = new FormData();
		form.set('kind', ' waiting ');
		form.append('target', 'a');
		form.append('target', 'b');
		form.set('quiet', 'sometimes');
		expect(alertFields(form)).toMatchObject({
			kind: 'waiting',
			limit: '',
			quiet: 'never',
			targets: ['a', 'b']
		});
	});
});
