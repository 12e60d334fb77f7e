import { describe, expect, it } from 'vitest';
import type { SpecialDay } from '#model/specialDay.ts';
import { calendarDay, isWorking } from './calendar.ts';
import { calendarOf } from './calendarOf.ts';
import { seedDays } from './seedDays.ts';
import { addDays } from './zone.ts';

const today = '2026-11-22';
const own = (date: string, kind: string, more: Partial<SpecialDay> = {}): SpecialDay => ({
	date,
	kind,
	scope: 'country',
	subdivision: null,
	name: null,
	standsFor: null,
	source: 'manager',
	verified: true,
	schedule: false,
	own: true,
	...more
});
const china = (...more: SpecialDay[]) => calendarOf({ country: 'CN' }, [...seedDays('CN', today), ...more]);

describe('without anything of managers', () => {
	it.each([
		['CN', '2003-01-01', '2026-12-31'],
		['US', '1990-01-01', '2035-12-31'],
		['IL', '2020-01-01', '2028-12-31'],
		['XX', '2026-01-01', '2026-12-31']
	])('is in %s what the packages say, from %s to %s', (country, from, to) => {
		const calendar = calendarOf({ country }, seedDays(country, today));
		for (let date = from; date <= to; date = addDays(date, 1))
			expect(calendar(date), date).toMatchObject(calendarDay(country, date));
	});
});

describe('a year of China that is not published yet', () => {
	const days = Array.from({ length: 365 }, (_, i) => addDays('2027-01-01', i)).map((date) => ({
		date,
		...china()(date)
	}));

	it('has the thirteen days of the law, told as estimated', () => {
		const holidays = days.filter(({ kind }) => kind === 'holiday');
		expect(holidays.map(({ date }) => date.slice(5)).join(' ')).toBe(
			'01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'
		);
		expect(holidays.every(({ estimated }) => estimated)).toBe(true);
	});

	it('has no make-up workdays, and says that it is not published', () => {
		expect(days.filter(({ kind }) => kind === 'make_up_workday')).toEqual([]);
		expect(days.some(({ published }) => published)).toBe(false);
	});
});

describe('what a manager says', () => {
	it('goes before the packages, and the narrower before the wider', () => {
		const friday = '2026-11-27';
		const closed = own(friday, 'holiday', { name: { en: 'Stocktaking', zh: '盘点' } });
		expect(china(closed)(friday)).toMatchObject({ kind: 'holiday', name: { zh: '盘点' } });
		expect(china(closed, own(friday, 'ordinary', { scope: 'queue' }))(friday).kind).toBe('workday');
		expect(china(own('2026-10-01', 'ordinary'))('2026-10-01').kind).toBe('workday');
		expect(china(own('2026-10-10', 'ordinary'))('2026-10-10').kind).toBe('weekend');
	});

	it('can add a make-up workday, for the weekday given or the nearest', () => {
		expect(china(own('2027-02-20', 'make_up_workday'))('2027-02-20')).toMatchObject({
			kind: 'make_up_workday',
			standsFor: 5
		});
		const monday = own('2027-02-21', 'make_up_workday', { standsFor: 3 });
		const day = china(monday)('2027-02-21');
		expect(day.standsFor).toBe(3);
		expect(isWorking(day)).toBe(true);
	});

	it('can give a day kinds besides', () => {
		const payday = own('2026-11-25', 'payday', { name: { en: 'Payday', zh: '发薪日' } });
		expect(china(payday, own('2026-11-25', 'payday', { scope: 'queue' }))('2026-11-25')).toEqual({
			...calendarDay('CN', '2026-11-25'),
			classes: [{ kind: 'payday', name: { en: 'Payday', zh: '发薪日' } }]
		});
	});

	it('makes a year known only with a whole schedule', () => {
		expect(china(own('2027-12-25', 'holiday'))('2027-03-01').published).toBe(false);
		const schedule = own('2027-01-01', 'holiday', { schedule: true });
		expect(china(schedule)('2027-03-01').published).toBe(true);
		expect(china(schedule)('2027-04-05').kind).toBe('workday');
	});
});
