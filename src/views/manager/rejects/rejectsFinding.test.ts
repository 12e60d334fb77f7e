import { expect, test } from 'vitest';
import { rejectsFinding } from './rejectsFinding.ts';

const lines = { source: 'asterisk', code: 'not_a_log_line', rejects: 1200 };
const others = { source: 'api', code: 'required', rejects: 34 };
const kept = { lang: 'en' as const, days: 30, hasSources: true, hasCalls: true };

test('says how much could not be read, and where most of it came from', () => {
	expect(rejectsFinding([lines, others], kept)).toBe(
		'1,234 records of the last 30 days could not be read. 1,200 of them from asterisk: not a line of the log.'
	);
	expect(rejectsFinding([{ ...others, rejects: 1 }], kept)).toBe(
		'1 record of the last 30 days could not be read. It came from api: a field is missing.'
	);
	expect(rejectsFinding([others], { ...kept, lang: 'zh' })).toBe(
		'最近 30 天有 34 条记录未能读入。全部来自 api：缺少必需的字段。'
	);
});

test('tells a phone system that is read from one that sends nothing', () => {
	expect(rejectsFinding([], kept)).toBe('Everything that came in the last 30 days could be read.');
	const none = { ...kept, hasSources: false };
	expect(rejectsFinding([], { ...none, hasCalls: false })).toContain('Nothing has come yet');
	expect(rejectsFinding([], none)).toMatch(/^Calls are stored, but nothing has come since/);
});

test('a source and a reason that nobody knows any more are shown all the same', () => {
	expect(rejectsFinding([{ source: null, code: 'old_code', rejects: 2 }], kept)).toContain(
		'unknown: old_code'
	);
});
