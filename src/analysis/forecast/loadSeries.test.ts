import { describe, expect, it } from 'vitest';
import { dayNumber } from '#time/dates.ts';
import { instantOf } from '#time/zone.ts';
import { loadSeries, nightsBetween, type LoadPoint } from './loadSeries.ts';

const point = (zone: string, date: string, hour: number, offered: number | null): LoadPoint => ({
	startAt: instantOf(zone, date, hour * 60),
	offered
});

describe('loadSeries', () => {
	it('cuts days by the wall, keeps missing days and hours unknown, and takes any order', () => {
		const zone = 'Asia/Shanghai';
		const points = [
			point(zone, '2026-03-04', 9, 3),
			point(zone, '2026-03-02', 10, 2),
			point(zone, '2026-03-02', 9, null)
		];
		const { minutes, days, closed } = loadSeries(zone, points);
		expect(minutes).toEqual([540, 600]);
		expect(days.map(({ date, counts }) => [date, ...counts])).toEqual([
			['2026-03-02', NaN, 2],
			['2026-03-03', NaN, NaN],
			['2026-03-04', 3, NaN]
		]);
		expect(closed.size).toBe(0);
	});

	it('sums an hour that the clock shows twice, and does not know one that it skips', () => {
		const zone = 'Europe/Berlin';
		const at = Date.parse('2026-10-25T00:00:00Z');
		const autumn = loadSeries(zone, [
			{ startAt: at, offered: 4 },
			{ startAt: at + 3_600_000, offered: 5 }
		]);
		expect(autumn.minutes).toEqual([120]);
		expect([...(autumn.days[0]?.counts ?? [])]).toEqual([9]);
		const spring = loadSeries(zone, [point(zone, '2026-03-28', 2, 7), point(zone, '2026-03-29', 3, 8)]);
		expect(spring.days.map(({ counts }) => [...counts])).toEqual([
			[7, NaN],
			[NaN, 8]
		]);
	});

	it('leaves out weekdays that a line of two weeks has never had', () => {
		const dates = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-17'];
		const { days, closed } = loadSeries(
			'UTC',
			dates.map((date) => point('UTC', date, 9, 1))
		);
		expect([...closed]).toEqual([6, 7]);
		expect(days).toHaveLength(12);
		const [friday, monday] = [dayNumber('2026-03-06'), dayNumber('2026-03-09')];
		expect(nightsBetween(closed, friday, monday)).toBe(1);
		expect(nightsBetween(new Set(), friday, monday)).toBe(3);
	});
});
