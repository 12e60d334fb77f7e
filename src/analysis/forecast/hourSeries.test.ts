import { describe, expect, it } from 'vitest';
import { dayNumber } from '#time/dates.ts';
import { addDays } from '#time/zone.ts';
import { plainCalendar } from './forecastDay.ts';
import { hourSeries, type HourCount, type HourSeriesOptions } from './hourSeries.ts';

const first = '2026-01-05';
const hourOf = (day: number, hour: number) => (dayNumber(first) + day) * 24 + hour;
const all = { calendar: plainCalendar, untilHour: hourOf(140, 0) };

/** Ten calls an hour from 9 to 17 on Monday to Saturday, but where nobody calls. */
function weeks(days: number, silent: (day: number, hour: number) => boolean = () => false): HourCount[] {
	return Array.from({ length: days * 24 }, (_, i) => ({ day: Math.floor(i / 24), hour: i % 24 }))
		.filter(({ day, hour }) => hour >= 9 && hour < 17 && day % 7 !== 6 && !silent(day, hour))
		.map(({ day, hour }) => ({ hour: hourOf(day, hour), offered: 10 }));
}

function read(counts: HourCount[], options: Partial<HourSeriesOptions> = {}) {
	const series = hourSeries(counts, { ...all, ...options });
	return (day: number, hour: number) => series?.days[day]?.counts[hour];
}

describe('the hours of a queue', () => {
	it('are cut into days from the first call to the last hour that is over', () => {
		const at = read(weeks(20), { untilHour: hourOf(19, 12) });
		expect([at(0, 8), at(0, 9), at(0, 17), at(6, 12)]).toEqual([NaN, 10, 0, 0]);
		expect([at(19, 11), at(19, 12), at(19, 23), at(20, 0)]).toEqual([10, NaN, NaN, undefined]);
		expect(hourSeries([], all)).toBeNull();
		expect(hourSeries(weeks(20), { ...all, untilHour: hourOf(0, 9) })).toBeNull();
	});

	it('are not known where a silence is not to be believed', () => {
		const broken = read(weeks(140, (day, hour) => day === 30 && hour >= 11 && hour < 15));
		expect([broken(30, 10), broken(30, 11), broken(30, 14), broken(30, 15)]).toEqual([10, NaN, NaN, 10]);
		const missing = read(weeks(140, (day) => day >= 60 && day < 75));
		expect([missing(59, 12), missing(60, 12), missing(74, 12), missing(75, 12)]).toEqual([10, NaN, NaN, 10]);
		const today = read(weeks(30), { untilHour: hourOf(32, 14) });
		expect([today(29, 16), today(30, 12), today(32, 13)]).toEqual([10, NaN, NaN]);
	});

	it('are believed on holidays, at night, and once a weekday has been silent for weeks', () => {
		const isHoliday = (day: number) => day === 57 || day === 58;
		const calendar: HourSeriesOptions['calendar'] = (date) => ({
			...plainCalendar(date),
			...(date === addDays(first, 57) || date === addDays(first, 58) ? { kind: 'holiday' as const } : {})
		});
		// The line closes at noon of the day before, too.
		const holiday = read(
			weeks(140, (day, hour) => isHoliday(day) || (day === 56 && hour >= 12)),
			{ calendar }
		);
		expect([holiday(56, 11), holiday(56, 13), holiday(57, 12), holiday(58, 12)]).toEqual([10, NaN, 0, 0]);
		const closed = read(weeks(140, (day) => day % 7 === 5 && day > 60));
		expect([closed(61, 12), closed(68, 12), closed(103, 12), closed(131, 12)]).toEqual([NaN, NaN, 0, 0]);
	});

	it('are never known of a silence of four weeks, nor of what was left out', () => {
		const gap = read(weeks(140, (day) => day >= 40 && day < 110));
		expect([gap(41, 12), gap(100, 12), gap(110, 12)]).toEqual([NaN, NaN, 10]);
		const leftOut = [{ fromHour: hourOf(21, 10), toHour: hourOf(22, 12) }];
		const annotated = read(weeks(140), { leftOut });
		expect([annotated(21, 9), annotated(21, 10), annotated(22, 11), annotated(22, 12)]).toEqual([
			10,
			NaN,
			NaN,
			10
		]);
	});

	it('are told up to the last that is over, left out or not, but for a silence that lasts', () => {
		const untilHour = hourOf(30, 14);
		const told = (counts: HourCount[], leftOut: HourSeriesOptions['leftOut'] = []) =>
			(hourSeries(counts, { ...all, untilHour, leftOut })?.toldUntilHour ?? NaN) - hourOf(30, 0);
		const [whole, silentFromTen] = [weeks(140), weeks(140, (day, hour) => day === 30 && hour >= 10)];
		const leftOut = { fromHour: hourOf(30, 10), toHour: hourOf(30, 12) };
		expect(told(whole)).toBe(14);
		expect(told(whole, [leftOut])).toBe(14);
		expect(told(whole, [{ fromHour: hourOf(30, 9), toHour: hourOf(31, 0) }])).toBe(14);
		expect(told(whole, [{ fromHour: hourOf(31, 9), toHour: hourOf(31, 12) }])).toBe(14);
		// It ended: whatever it was, it is over.
		expect(told(weeks(140, (day, hour) => day === 30 && hour >= 10 && hour < 13))).toBe(14);
		expect(told(silentFromTen)).toBe(10);
		expect(told(silentFromTen, [leftOut])).toBe(12);
		expect(told(weeks(30))).toBeLessThan(0);
	});
});
