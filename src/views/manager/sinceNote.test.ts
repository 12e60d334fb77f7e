import { expect, test } from 'vitest';
import { sinceNote } from './sinceNote.ts';

const today = '2026-11-23';

test('a range that begins before the first record says from when on there are any', () => {
	expect(sinceNote('2025-11-23', { fromDate: '2016-01-01', today }, 'en')).toBe(
		'Records begin on Sun, Nov 23, 2025; the time before was not recorded.'
	);
	expect(sinceNote('2026-03-02', { fromDate: '2026-03-01', today }, 'zh')).toBe(
		'记录始于 3月2日 周一，此前没有记录。'
	);
});

test('one that begins with it or later, or a queue without any, does not', () => {
	expect(sinceNote('2026-03-02', { fromDate: '2026-03-02', today }, 'en')).toBeNull();
	expect(sinceNote(null, { fromDate: '2016-01-01', today }, 'en')).toBeNull();
});
