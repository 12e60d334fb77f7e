import { expect, test } from 'vitest';
import { healthLead, isPastOnly } from './healthLead.ts';

const hour = 3_600_000;
const en = { hasCalls: true, lang: 'en' as const };
const fine = { delayMs: 2000, usualDelayMs: 2000, read: 3, refused: 0 };

test('says that sources send as usual, and what of it could not be read', () => {
	expect(healthLead([fine], en)).toBe('The only source sends as usual.');
	expect(healthLead([{ ...fine, refused: 1 }], en)).toBe(
		'The only source sends as usual. 1 of 4 records of the last 24 hours could not be read.'
	);
	expect(healthLead([{ ...fine, refused: 1 }, fine], { ...en, lang: 'zh' })).toBe(
		'2 个数据源均正常。最近 24 小时的 7 条记录中有 1 条未能读入。'
	);
});

test('does not say that nothing has come where calls are stored', () => {
	expect(healthLead([], { ...en, hasCalls: false })).toBe('Nothing has come from any source yet.');
	expect(healthLead([], en)).toMatch(/^Calls are stored, but no source has sent/);
});

test('tells a source of past calls from one that is behind', () => {
	const past = { ...fine, delayMs: 6386 * hour, usualDelayMs: 6386 * hour };
	expect(healthLead([past], en)).toBe('Only past calls have come so far.');
	expect(healthLead([past, fine], en)).toBe('All 2 sources send as usual.');
	expect(isPastOnly({ ...past, usualDelayMs: 3000 })).toBe(false);
	expect(isPastOnly({ delayMs: 47 * hour, usualDelayMs: null })).toBe(false);
	expect(isPastOnly({ delayMs: null, usualDelayMs: null })).toBe(false);
});
