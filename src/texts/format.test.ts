import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	formatClock,
	formatDate,
	formatHour,
	formatMinutes,
	formatNumber,
	formatPercent,
	formatSeconds,
	formatTime
} from './format.ts';

describe('formatting', () => {
	it('shows what is not known as a dash, never as 0', () => {
		const texts = [
			formatNumber(null, 'en'),
			formatPercent(null, 'zh'),
			formatMinutes(null, 'en'),
			formatSeconds(null, 'zh'),
			formatClock(null)
		];
		expect(texts).toEqual(['–', '–', '–', '–', '–']);
	});

	it('groups and rounds numbers', () => {
		expect(formatNumber(30161, 'en')).toBe('30,161');
		expect(formatNumber(12.34, 'zh', 1)).toBe('12.3');
		expect(formatPercent(0.81132, 'en')).toBe('81.1%');
		expect(formatPercent(0, 'zh', 0)).toBe('0%');
	});

	it('writes every number as Intl does, but -0 as 0', () => {
		const near = fc.tuple(fc.integer({ min: -2000, max: 2_000_000 }), fc.constantFrom(1, 10, 1e3, 1e4, 1e5));
		fc.assert(
			fc.property(
				fc.oneof(
					fc.double({ noNaN: true, noDefaultInfinity: true }),
					fc.double({ min: 0, max: 1100, noNaN: true }),
					near.map(([whole, part]) => whole / part)
				),
				fc.integer({ min: 0, max: 3 }),
				(drawn, digits) => {
					const value = drawn === 0 ? 0 : drawn;
					const same = { minimumFractionDigits: digits, maximumFractionDigits: digits };
					for (const [lang, tag] of [
						['en', 'en'],
						['zh', 'zh-CN']
					] as const) {
						expect(formatNumber(value, lang, digits)).toBe(value.toLocaleString(tag, same));
						expect(formatPercent(value, lang, digits)).toBe(
							value.toLocaleString(tag, { ...same, style: 'percent' })
						);
					}
				}
			),
			{ seed: 20261124, numRuns: 2000 }
		);
	});

	it.each([
		[0, '0 s', '0 秒', '0:00'],
		[59.6, '1 min', '1 分钟', '1:00'],
		[200, '3 min 20 s', '3 分 20 秒', '3:20'],
		[3600, '1 h', '1 小时', '1:00:00'],
		[3900, '1 h 5 min', '1 小时 5 分', '1:05:00']
	])('writes %d seconds', (seconds, en, zh, clock) => {
		expect(formatSeconds(seconds, 'en')).toBe(en);
		expect(formatSeconds(seconds, 'zh')).toBe(zh);
		expect(formatClock(seconds)).toBe(clock);
	});

	it('reads days and times off the wall clock of the zone, on 24 hours', () => {
		const at = Date.UTC(2026, 10, 22, 16, 5);
		expect(formatDate(at, 'en', 'Asia/Shanghai')).toBe('Mon, Nov 23');
		expect(formatDate(at, 'zh', 'Asia/Shanghai')).toBe('11月23日周一');
		expect(formatTime(at, 'en', 'Asia/Shanghai')).toBe('00:05');
		expect(formatTime(at, 'zh', 'America/New_York')).toBe('11:05');
		expect(formatHour(9)).toBe('09:00');
		expect(formatHour(24)).toBe('24:00');
		expect(formatMinutes(5, 'zh')).toBe('5 分钟');
	});
});
