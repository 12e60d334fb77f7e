import { expect, test } from 'vitest';
import { countryCalendar } from './countryCalendar.ts';
import { specialDay } from './specialDay.ts';

test.each([
	['CN', '2026-02-14', { kind: 'ordinary', standsFor: 5, name: null }],
	['CN', '2026-02-17', { kind: 'holiday', standsFor: 2, name: 'Spring Festival' }],
	['US', '2026-07-03', { kind: 'holiday', standsFor: 5, name: 'Independence Day' }],
	['US', '2026-07-02', { kind: 'ordinary', standsFor: 4, name: null }],
	// New Year on a Saturday and Sunday: the first evening belongs to the second day.
	['IL', '1999-09-10', { kind: 'eve', name: null }],
	['IL', '1999-09-11', { kind: 'holiday_before_rest' }],
	['IL', '1999-09-12', { kind: 'holiday' }],
	['IL', '1999-09-13', { kind: 'ordinary' }],
	// A feast on a Friday is followed by the Sabbath.
	['IL', '1999-05-21', { kind: 'holiday_before_rest' }]
])('%s tells of %s %j', (country, date, told) => {
	expect(countryCalendar(country)(date)).toMatchObject(told);
});

test.each([
	['1999-09-19', 'eve'],
	['1999-09-20', 'holiday'],
	['1999-09-28', 'between_holidays'],
	['1999-10-03', 'after_holiday'],
	['1999-11-03', null]
])('%s is scored as %s', (date, kind) => {
	expect(specialDay(countryCalendar('IL'), date)).toBe(kind);
});
