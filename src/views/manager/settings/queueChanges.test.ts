import { expect, test } from 'vitest';
import { queueChanges } from './queueChanges.ts';

test('only what differs is told, by its path; lists as a whole', () => {
	const before = {
		zone: 'UTC',
		name: { en: 'A', zh: '甲' },
		hours: { mon: [['09:00', '18:00']] },
		subdivision: null
	};
	const after = { ...before, name: { en: 'B', zh: '甲' }, hours: { mon: [] }, subdivision: 'BY' };
	expect(queueChanges(before, after)).toEqual([
		{ field: 'name.en', from: 'A', to: 'B' },
		{ field: 'hours.mon', from: '[["09:00","18:00"]]', to: '[]' },
		{ field: 'subdivision', from: null, to: 'BY' }
	]);
	expect(queueChanges(after, structuredClone(after))).toEqual([]);
});
