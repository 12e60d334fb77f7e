/**
 * What kind of day a date is in a country, by the packages alone. What managers changed is only in the database: for a
 * queue, `calendarOf` (calendarOf.ts) makes the calendar that holds. For servers only: it carries China's schedules
 * (chinaDays.ts) and other countries' holidays (publicHoliday.ts).
 */
import type { Bilingual } from '#model/queue.ts';
import { chinaDays, chinaYears } from './chinaDays.ts';
import { hasHolidays, publicHoliday } from './publicHoliday.ts';
import { isWeekend } from './weekends.ts';
import { monthStart } from './dates.ts';
import { addDays, weekdayOf } from './zone.ts';

/** Managers could say that every day is a day off. */
const longestRun = 60;

export interface CalendarDay {
	kind: 'workday' | 'weekend' | 'holiday' | 'make_up_workday';
	/** Of the holiday, also on the workdays that make up for it. */
	name: Bilingual | null;
	/** 1 (Monday) to 7: the weekday whose service hours and habits hold; its own, but on make-up workdays. */
	standsFor: number;
	/** Whether the country's schedule of that year is known. Where it is not, no workdays are made up. */
	published: boolean;
	/** Of a holiday that the law grants in a year whose schedule is not published yet. */
	estimated?: boolean;
	/** What else managers say that it is: a `DayClassKind` or a kind of their own. */
	classes?: readonly DayClass[];
}

export interface DayClass {
	kind: string;
	name: Bilingual | null;
}

/** What each date, `YYYY-MM-DD`, is. */
export type Calendar = (date: string) => CalendarDay;

/** The calendar of a country (ISO 3166-1 alpha-2) by the packages alone. */
export function countryDays(country: string): Calendar {
	return (date) => calendarDay(country, date);
}

/** `country` is ISO 3166-1 alpha-2, `date` is `YYYY-MM-DD`. */
export function calendarDay(country: string, date: string): CalendarDay {
	const weekday = weekdayOf(date);
	const inChina = country === 'CN';
	const published = inChina ? chinaYears.has(date.slice(0, 4)) : hasHolidays(country, date);
	const special = inChina ? chinaDays.get(date) : undefined;
	if (special) return { ...special, published };
	const holiday = inChina ? null : publicHoliday(country, date);
	if (holiday) return { kind: 'holiday', name: named(holiday.name), standsFor: weekday, published };
	return {
		kind: isWeekend(country, weekday) ? 'weekend' : 'workday',
		name: null,
		standsFor: weekday,
		published
	};
}

/** The table of other countries knows their holidays in English only. */
function named(name: string): Bilingual {
	return { en: name, zh: name };
}

/**
 * Whose calendar is asked for. Every `Queue` is one; one that was read from the database is to be dated first, or what
 * managers said of its days would not hold.
 */
export interface Place {
	/** ISO 3166-1 alpha-2. */
	country: string;
	/** Its queue's own, where the database was asked (`datedQueue`). */
	calendar?: Calendar;
}

/** The calendar that holds for a queue: its own, or what the packages know of its country. */
export function calendarFor({ country, calendar }: Place): Calendar {
	return calendar ?? countryDays(country);
}

/** Whether people work on that day: a workday or a make-up workday. */
export function isWorking(day: CalendarDay): boolean {
	return day.kind === 'workday' || day.kind === 'make_up_workday';
}

/**
 * Whether a working day is the last before, or the first after, a run of days off with a holiday in it.
 * One that is both counts as before. Null for all other days, and for days off.
 */
export function holidayNear(calendar: Calendar, date: string): 'before_holiday' | 'after_holiday' | null {
	if (!isWorking(calendar(date))) return null;
	if (runHasHoliday(calendar, date, 1)) return 'before_holiday';
	return runHasHoliday(calendar, date, -1) ? 'after_holiday' : null;
}

/** Whether the date is among the last `monthEndDays` days of its month. */
export function isMonthEnd(date: string, monthEndDays: number): boolean {
	return monthEndDays > 0 && addDays(date, monthEndDays) >= monthStart(date, 1);
}

function runHasHoliday(calendar: Calendar, date: string, step: 1 | -1): boolean {
	let next = date;
	for (let i = 0; i < longestRun; i++) {
		next = addDays(next, step);
		const day = calendar(next);
		if (day.kind === 'holiday') return true;
		if (isWorking(day)) return false;
	}
	return false;
}
