import { describe, expect, it, test } from 'vitest';
import { hasHolidays, publicHoliday } from './publicHoliday.ts';
import { addDays } from './zone.ts';

function holidaysOf(country: string, year: number): string[] {
	const found: string[] = [];
	for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1))
		if (publicHoliday(country, date)) found.push(date.slice(5));
	return found;
}

describe('publicHoliday', () => {
	it.each([
		// 5 U.S.C. 6103; July 4 is a Saturday in 2026, so federal offices close on Friday.
		['US', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25'],
		// Hours of Work and Rest Law: the first and last days of the feasts, New Year twice, Independence Day.
		['IL', 1998, '04-11 04-17 04-30 05-31 09-21 09-22 09-30 10-05 10-12'],
		['DE', 2025, '01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-25 12-26']
	])('of %s in %i', (country, year, days) => {
		expect(holidaysOf(country, year).join(' ')).toBe(days);
	});

	it('names the holiday and tells where it begins at sunset', () => {
		expect(publicHoliday('GB', '2026-12-28')).toEqual({ name: 'Boxing Day', fromSunset: false });
		expect(publicHoliday('IL', '1998-09-30')).toMatchObject({ fromSunset: true });
	});

	it('spreads a feast over its days', () => {
		const eid = ['2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29'];
		const names = eid.map((date) => publicHoliday('SA', date)?.name);
		expect(new Set(names).size).toBe(1);
		expect(names[0]).toMatch(/Eid al-Adha/);
	});
});

test('what the table does not have is not a holiday, and can be asked', () => {
	expect(publicHoliday('US', '1989-12-25')).toBeNull();
	expect(hasHolidays('US', '1989-12-25')).toBe(false);
	expect(hasHolidays('US', '2035-12-25')).toBe(true);
	expect(hasHolidays('constructor', '2026-12-25')).toBe(false);
	expect(hasHolidays('XX', '2026-12-25')).toBe(false);
});
