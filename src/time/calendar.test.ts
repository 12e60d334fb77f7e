import { describe, expect, it } from 'vitest';
import { calendarDay, countryDays, holidayNear, isMonthEnd, isWorking } from './calendar.ts';
import { datesOf, schedules, spread } from './fixtures/schedules.ts';
import { addDays, weekdayOf } from './zone.ts';

it('runs where the machine is neither in China nor in UTC', () => {
	expect(process.env.TZ).toBe('America/Los_Angeles');
});

describe.each(Object.entries(schedules))("China's schedule of %s", (year, { off, worked }) => {
	const of = (kind: string) => datesOf(year).filter((date) => calendarDay('CN', date).kind === kind);

	it('has these holidays and no others', () => {
		expect(of('holiday')).toEqual(off.flatMap(spread));
	});
	it('has these make-up workdays and no others', () => {
		expect(of('make_up_workday')).toEqual(worked);
	});
	it('leaves all other days to their weekday', () => {
		const special = new Set([...off.flatMap(spread), ...worked]);
		const ordinary = datesOf(year).filter((date) => !special.has(date));
		const saturdays = ordinary.filter((date) => weekdayOf(date) > 5);
		expect(of('weekend')).toEqual(saturdays);
		expect(of('workday')).toEqual(ordinary.filter((date) => weekdayOf(date) <= 5));
		for (const date of ordinary)
			expect(calendarDay('CN', date)).toMatchObject({
				name: null,
				standsFor: weekdayOf(date),
				published: true
			});
	});
});

describe('a make-up workday', () => {
	it.each([
		// The days off that they pay for: Thursday the 15th and Friday the 16th of February.
		['2024-02-04', 4],
		['2024-02-18', 5],
		['2024-04-07', 5],
		['2024-09-14', 1],
		['2024-09-29', 5],
		['2024-10-12', 1],
		['2025-01-26', 1],
		['2025-02-08', 2],
		['2026-01-04', 5],
		['2026-02-14', 5],
		['2026-02-28', 1],
		['2026-05-09', 2],
		['2026-09-20', 2],
		['2026-10-10', 3],
		// For a New Year's Day of the year after.
		['2018-12-29', 1]
	])('%s stands for weekday %d', (date, weekday) => {
		expect(calendarDay('CN', date)).toMatchObject({ kind: 'make_up_workday', standsFor: weekday });
	});

	it('always stands for a day from Monday to Friday', () => {
		for (let year = 2004; year <= 2026; year++)
			for (const date of datesOf(year)) {
				const day = calendarDay('CN', date);
				if (day.kind === 'make_up_workday') expect([1, 2, 3, 4, 5]).toContain(day.standsFor);
			}
	});

	it('bears the name of its holiday', () => {
		expect(calendarDay('CN', '2026-02-14').name).toEqual({ en: 'Spring Festival', zh: '春节' });
		expect(calendarDay('CN', '2026-06-19').name).toEqual({ en: 'Dragon Boat Festival', zh: '端午节' });
	});
});

describe('where no schedule is known', () => {
	it('tells weekends apart, and says so', () => {
		expect(calendarDay('CN', '2027-01-01')).toEqual({
			kind: 'workday',
			name: null,
			standsFor: 5,
			published: false
		});
		expect(calendarDay('CN', '2027-01-02')).toMatchObject({ kind: 'weekend', published: false });
		expect(calendarDay('CN', '2003-10-01')).toMatchObject({ kind: 'workday', published: false });
		expect(calendarDay('XX', '2026-12-25')).toMatchObject({ kind: 'workday', published: false });
		expect(calendarDay('US', '2040-12-25')).toMatchObject({ kind: 'workday', published: false });
	});

	it('knows the public holidays of other countries', () => {
		expect(calendarDay('US', '2026-11-26')).toMatchObject({
			kind: 'holiday',
			name: { en: 'Thanksgiving Day' },
			published: true
		});
		expect(calendarDay('DE', '2026-10-03')).toMatchObject({ kind: 'holiday', published: true });
		expect(calendarDay('US', '2026-11-25')).toMatchObject({ kind: 'workday', published: true });
		expect(holidayNear(countryDays('US'), '2026-11-25')).toBe('before_holiday');
	});

	it.each([
		['US', [6, 7]],
		['AE', [6, 7]],
		['IL', [5, 6]],
		['SA', [5, 6]],
		['EG', [5, 6]],
		['IR', [5]],
		['AF', [4, 5]]
	])('knows the weekend of %s', (country, weekend) => {
		const week = [...Array(7).keys()].map((i) => addDays('2026-11-23', i));
		const off = week.filter((date) => calendarDay(country, date).kind === 'weekend');
		expect(off.map(weekdayOf)).toEqual(weekend);
	});
});

describe('holidayNear', () => {
	it.each([
		['2026-09-30', 'before_holiday'],
		['2026-10-08', 'after_holiday'],
		// A make-up workday is a working day: the run of the Spring Festival begins after it.
		['2026-02-14', 'before_holiday'],
		['2026-02-13', null],
		['2026-02-24', 'after_holiday'],
		// The holiday begins with the weekend before it.
		['2024-06-07', 'before_holiday'],
		['2024-06-11', 'after_holiday'],
		['2026-01-04', 'after_holiday'],
		// Days off, ordinary days, ordinary weekends.
		['2026-10-01', null],
		['2026-11-23', null],
		['2026-11-22', null]
	])('of %s is %s', (date, expected) => {
		expect(holidayNear(countryDays('CN'), date)).toBe(expected);
	});

	it('comes in pairs: every run of days off with a holiday has a day before and a day after', () => {
		const near = datesOf(2025).map((date) => holidayNear(countryDays('CN'), date));
		// 2025's New Year is behind its first day after, 2026's New Year is ahead of its last day before.
		expect(near.filter((name) => name === 'after_holiday')).toHaveLength(6);
		expect(near.filter((name) => name === 'before_holiday')).toHaveLength(6);
		expect(isWorking(calendarDay('CN', '2025-12-31'))).toBe(true);
	});
});

describe('isMonthEnd', () => {
	it.each([
		['2026-11-30', 3, true],
		['2026-11-28', 3, true],
		['2026-11-27', 3, false],
		['2024-02-27', 3, true],
		['2024-02-26', 3, false],
		['2026-12-31', 1, true],
		['2026-12-30', 1, false],
		['2026-12-31', 0, false]
	])('%s of the last %d days: %s', (date, days, expected) => {
		expect(isMonthEnd(date, days)).toBe(expected);
	});
});
