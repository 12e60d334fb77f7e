import { expect, test } from 'vitest';
import { dateOfDay, dayNumber } from '#time/dates.ts';
import { countryCalendar } from './countryCalendar.ts';
import { dayClasses } from './dayClasses.ts';

const business = [true, true, true, true, true, false, false];

function classesOf(country: string, date: string) {
	const from = dayNumber(date) - 45;
	const days = Array.from({ length: 91 }, (_, i) => countryCalendar(country)(dateOfDay(from + i)));
	return dayClasses(from, days, business)[45];
}

test.each([
	['DE', '2025-04-17', ['before_holiday']],
	['DE', '2025-04-18', ['holiday']],
	['DE', '2025-04-19', []],
	['DE', '2025-04-22', ['after_holiday']],
	['DE', '2025-12-29', ['between_holidays']],
	['DE', '2025-12-31', ['between_holidays', 'last_business_day']],
	['DE', '2026-01-02', ['after_holiday', 'first_business_day']],
	['DE', '2025-09-30', ['last_business_day']],
	['DE', '2025-09-01', ['first_business_day']],
	['DE', '2025-09-02', ['second_business_day']],
	['DE', '2025-09-10', []],
	// A make-up Sunday is a workday, and the last before the holiday.
	['CN', '2026-09-20', []],
	['CN', '2026-09-30', ['between_holidays', 'last_business_day']],
	['CN', '2025-09-30', ['before_holiday', 'last_business_day']],
	['CN', '2026-10-08', ['after_holiday', 'first_business_day']]
])('%s %s is %j', (country, date, classes) => {
	expect(classesOf(country, date)).toEqual(classes);
});
