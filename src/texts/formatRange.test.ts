import { expect, it } from 'vitest';
import { formatHourRange, formatMinuteRange, formatTimeRange, formatWrittenRange } from './formatRange.ts';

it.each([
	[5, 10, '5–10 分钟', '5–10 minutes'],
	[5, 5, '5 分钟', '5 minutes'],
	[1, 1, '1 分钟', '1 minute'],
	[0, 1, '0–1 分钟', '0–1 minutes']
])('writes %d to %d minutes', (from, to, zh, en) => {
	expect(formatMinuteRange(from, to, 'zh')).toBe(zh);
	expect(formatMinuteRange(from, to, 'en')).toBe(en);
});

it('writes hours to 24', () => {
	expect(formatHourRange(9, 11)).toBe('09:00–11:00');
	expect(formatHourRange(23, 24)).toBe('23:00–24:00');
});

it('reads times off the wall clock of the zone', () => {
	const at = (text: string) => Date.parse(text);
	expect(formatTimeRange('Asia/Shanghai', at('2026-11-23T14:00+08:00'), at('2026-11-23T16:30+08:00'))).toBe(
		'14:00–16:30'
	);
	expect(formatTimeRange('Asia/Kathmandu', at('2026-11-23T18:00+05:45'), at('2026-11-24T00:00+05:45'))).toBe(
		'18:00–24:00'
	);
	expect(formatTimeRange('UTC', at('2026-11-23T00:00Z'), at('2026-11-23T01:00Z'))).toBe('00:00–01:00');
});

it('reads times off instants that are written with their offset', () => {
	expect(formatWrittenRange('2026-11-23T14:00:00+08:00', '2026-11-23T16:30:00+08:00')).toBe('14:00–16:30');
	expect(formatWrittenRange('2026-11-23T23:45:00+05:45', '2026-11-24T00:00:00+05:45')).toBe('23:45–24:00');
});
