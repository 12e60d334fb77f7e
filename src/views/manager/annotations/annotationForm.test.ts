import { describe, expect, it } from 'vitest';
import { instantOf } from '#time/zone.ts';
import { localText } from '../localInstant.ts';
import { annotationFields, readAnnotation, type AnnotationFields } from './annotationForm.ts';

const zone = 'Europe/Berlin';
const fields: AnnotationFields = {
	from: '2026-11-16T10:20',
	to: '2026-11-16T12:00',
	text: 'App outage',
	scope: 'queue',
	leaveOut: true
};

describe('the form of an annotation', () => {
	it('is read by the clock of the queue, and written back the same', () => {
		const read = readAnnotation(fields, zone);
		expect(read).toEqual({
			fromAt: instantOf(zone, '2026-11-16', 620),
			toAt: instantOf(zone, '2026-11-16', 720),
			text: 'App outage',
			leaveOut: true
		});
		expect('fromAt' in read && localText(zone, read.fromAt)).toBe(fields.from);
		// An hour that the clock skips: what lies in it begins with the next.
		const skipped = readAnnotation({ ...fields, from: '2026-03-29T02:30', to: '2026-03-29T04:00' }, zone);
		expect('fromAt' in skipped && localText(zone, skipped.fromAt)).toBe('2026-03-29T03:30');
	});

	it.each([
		['from', { from: '2026-02-30T10:00' }],
		['from', { from: 'tomorrow' }],
		['to', { to: '2026-11-16T24:10' }],
		['order', { to: fields.from }],
		['tooLong', { to: '2027-11-18T10:20' }],
		['text', { text: '' }],
		['text', { text: 'x'.repeat(201) }]
	])('says that %s is wrong', (problem, wrong) => {
		expect(readAnnotation({ ...fields, ...wrong }, zone)).toEqual({ problem });
	});

	it('takes what was sent, whatever it was', () => {
		const form = new FormData();
		form.set('text', '  Storm ');
		form.set('leave_out', 'on');
		form.set('scope', 'everything');
		expect(annotationFields(form)).toEqual({
			from: '',
			to: '',
			text: 'Storm',
			scope: 'queue',
			leaveOut: true
		});
	});
});
