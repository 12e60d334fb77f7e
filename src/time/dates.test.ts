import { expect, it } from 'vitest';
import { addDays, dateOfDay, dayNumber, isDate, monthStart, weekdayOf } from './dates.ts';

it.each(['2026-02-28', '2024-02-29', '1999-12-31', '2000-02-29', '0001-01-01'])('%s is a date', (text) => {
	expect(isDate(text)).toBe(true);
});

it.each([
	'2026-02-29',
	'2026-02-30',
	'1900-02-29',
	'2026-13-01',
	'2026-00-10',
	'2026-01-00',
	'2026-04-31',
	'2026-1-1',
	'20260101',
	'2026-01-01T00:00:00Z',
	' 2026-01-01',
	'2026-01-01\n',
	'+002026-01-01',
	''
])('%j is no date', (text) => {
	expect(isDate(text)).toBe(false);
});

it('counts on over months, leap days and years, in both directions', () => {
	expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
	expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
	expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
	// A clock change of the machine's zone (2026-03-08 in Los Angeles) is nothing to a calendar.
	expect(addDays('2026-03-07', 2)).toBe('2026-03-09');
	expect(addDays('2026-05-05', 0)).toBe('2026-05-05');
});

it('counts days from 1970', () => {
	expect(dayNumber('1970-01-01')).toBe(0);
	expect(dayNumber('1969-12-31')).toBe(-1);
	expect(dateOfDay(20_000)).toBe('2024-10-04');
	expect(() => dayNumber('soon')).toThrow('not a date: soon');
});

it('knows the weekdays', () => {
	expect(weekdayOf('1970-01-01')).toBe(4);
	expect(weekdayOf('2026-11-23')).toBe(1);
	expect(weekdayOf('1969-12-28')).toBe(7);
	expect(weekdayOf('1904-02-29')).toBe(1);
});

it('goes to the first of a month', () => {
	expect(monthStart('2026-12-31')).toBe('2026-12-01');
	expect(monthStart('2026-12-31', 1)).toBe('2027-01-01');
	expect(monthStart('2026-01-15', -1)).toBe('2025-12-01');
	expect(monthStart('0099-05-05')).toBe('0099-05-01');
});
