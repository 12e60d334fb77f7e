import { describe, expect, it } from 'vitest';
import { dayLoad } from '#analysis/dayLoad.ts';
import { officeLine } from '#analysis/fixtures/weeks.ts';
import type { ForecastHour } from '#model/forecast.ts';
import { emptyTally, offered } from '#rollups/tally.ts';
import { intervals } from '#time/intervals.ts';
import { addDays, dayStart } from '#time/zone.ts';
import { todayView } from './todayView.ts';

const hourMs = 3_600_000;

/** A day in a zone with so many calls in each quarter hour from 9 o'clock on. */
function loads(zone: string, date: string, today: number[], like: number[][]) {
	const quartersOf = (day: string) =>
		intervals(zone, dayStart(zone, day), dayStart(zone, addDays(day, 1)), 'quarter');
	const load = (day: string, calls: number[]) => {
		const quarters = quartersOf(day);
		const first = quarters.length - 60;
		return dayLoad(
			zone,
			day,
			quarters,
			quarters.map((_, i) => calls[i - first] ?? 0),
			0
		);
	};
	const quarters = quartersOf(date);
	const first = quarters.length - 60;
	const tallies = quarters.map((_, i) => ({ ...emptyTally(), answered: today[i - first] ?? 0 }));
	const tally = emptyTally();
	return {
		date,
		untilAt: 0,
		today: dayLoad(zone, date, quarters, tallies.map(offered), 0),
		quarters,
		tallies,
		tally,
		like: like.map((calls, i) => load(addDays(date, -7 * (i + 1)), calls))
	};
}

const expected = (startAt: number, p50: number): ForecastHour => ({
	startAt,
	offered: { p10: 0, p50, p90: 0, interval50: [0, 0], interval95: [0, 0] },
	waitP50Seconds: null,
	agents: null,
	reasons: { level: 0, like: 1, weekday: 1, month: 1, year: 1, special: [], method: 'offpeak', share: 1 }
});

describe('todayView', () => {
	const queue = { ...officeLine(), zone: 'Asia/Shanghai' };
	const date = '2026-11-23';
	const at = (hour: number) => dayStart(queue.zone, date) + hour * hourMs;
	const usual = [
		[1, 1, 1, 1, 4, 4, 4, 4],
		[2, 2, 2, 2, 5, 5, 5, 5],
		[3, 3, 3, 3, 6, 6, 6, 10]
	];
	const day = loads(queue.zone, date, [5, 5, 5, 5, 2], usual);
	const asked = { now: at(10.3), lang: 'en', forecast: [expected(at(9), 8), expected(at(10), 22)] } as const;

	it('puts the hours of today beside those of like days and what is forecast, without hours never used', () => {
		const { slots } = todayView(queue, day, { ...asked, step: 'hour' });
		expect(slots).toMatchObject([
			{ label: '09:00–10:00', low: 4, median: 8, high: 12, answered: 20, partial: false, expected: null },
			{ label: '10:00–11:00', low: 16, median: 20, high: 28, answered: 2, partial: true, expected: 22 }
		]);
	});

	it('lays the forecast into quarters as like days lie in theirs', () => {
		const { slots, intervals: quarters } = todayView(queue, day, { ...asked, step: 'quarter' });
		expect(slots).toHaveLength(8);
		expect(quarters[0]).toEqual({ startAt: at(9), endAt: at(9.25) });
		const coming = slots.filter((slot) => slot.expected !== null);
		expect(coming.map(({ label }) => label)).toEqual(['10:15–10:30', '10:30–10:45', '10:45–11:00']);
		// 16, 16, 16 and 20 calls, and one for each: 17 + 17 + 17 + 21 = 72.
		expect(coming.map((slot) => slot.expected)).toEqual([(22 * 16) / 68, (22 * 16) / 68, (22 * 20) / 68]);
		expect(slots.map((slot) => slot.toCome)).toEqual([...Array(6).fill(false), true, true]);
	});

	it('says when it was busiest, and when the usual peak is to come', () => {
		expect(todayView(queue, day, { ...asked, now: at(9.9), step: 'hour' }).finding).toBe(
			'The busiest hour so far was 09:00–10:00 with 20 calls. On days like today the most calls come at 10:00–11:00: a median of 20.'
		);
		expect(todayView(queue, day, { ...asked, lang: 'zh', step: 'hour' }).finding).toBe(
			'到目前为止 09:00–10:00 最忙，共 20 通。'
		);
	});

	it('says which day it is and until when, for a picture of it', () => {
		expect(todayView(queue, day, { ...asked, step: 'hour' }).note).toBe(
			'Mon, Nov 23, 2026, until 10:18, Beijing time.'
		);
		expect(todayView(queue, day, { ...asked, lang: 'zh', step: 'hour' }).note).toBe(
			'2026年11月23日 周一，截至 10:18，北京时间。'
		);
	});

	it('takes a day without anything', () => {
		const { finding, slots } = todayView(queue, loads(queue.zone, date, [], []), {
			...asked,
			now: at(3),
			step: 'hour'
		});
		expect(finding).toBe('No calls yet today.');
		expect(slots).toHaveLength(24);
		expect(slots[3]).toMatchObject({ low: null, answered: 0, partial: true });
	});

	it('has as many hours as the day', () => {
		const zone = 'America/New_York';
		const hours = (date: string) =>
			todayView({ ...queue, zone }, loads(zone, date, [], []), {
				...asked,
				step: 'hour',
				forecast: [],
				now: dayStart(zone, date)
			}).slots;
		expect(hours('2026-03-08')).toHaveLength(23);
		expect(hours('2026-11-01')).toHaveLength(25);
		expect(hours('2026-11-01')[1]?.label).toBe('01:00–02:00 (UTC−04:00)');
	});
});
