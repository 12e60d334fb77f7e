import { isDayNature } from '#model/specialDay.ts';
import type { Bilingual, Queue } from '#model/queue.ts';
import { calendarFor, isMonthEnd, isWorking, type Calendar, type Place } from '#time/calendar.ts';
import { monthStart } from '#time/dates.ts';
import { openRanges } from '#time/serviceHours.ts';
import { isWeekend } from '#time/weekends.ts';
import { addDays, weekdayOf } from '#time/zone.ts';

/** What the calendar says of a date for one queue, before anybody has called. */
export interface DayFacts {
	date: string;
	/** The first of `kinds` in the order of `kindOrder`; null: an ordinary workday. */
	kind: string | null;
	/** All that it is: a last business day is often a month end too. */
	kinds: string[];
	name: Bilingual | null;
	/** Names of managers' own kinds among `kinds`. */
	kindNames: Map<string, Bilingual>;
	/** 1 (Monday) to 7: the weekday that it is compared with. */
	standsFor: number;
	open: boolean;
	/** What could move its load, each with an effect of its own (kindEffects.ts). */
	effects: string[];
	/** May say what an ordinary day brings: no effects, and not in the middle of days that have some. */
	ordinary: boolean;
	/** False: its year's schedule is not published, or the holiday is only foretold. */
	verified: boolean;
	published: boolean;
}

/** Which of several kinds names a day; managers' own come after the bridge. */
const kindOrder = [
	...['holiday', 'make_up_workday', 'before_holiday', 'after_holiday', 'bridge', 'own'],
	...['month_end', 'first_business_day', 'last_business_day', 'weekend']
] as const;

/** A holiday that falls on a weekend does not do what one in the week does. */
export const weekendHoliday = 'weekend_holiday';

type DatedPlace = Place & Pick<Queue, 'hours' | 'month_end_days'>;

/** The facts of a date `YYYY-MM-DD`. */
export function dayFacts(queue: DatedPlace, date: string): DayFacts {
	const calendar = calendarFor(queue);
	const day = calendar(date);
	const restWeekday = isWeekend(queue.country, weekdayOf(date));
	const own = (day.classes ?? []).filter(({ kind }) => !isDayNature(kind));
	const inMonthEnd = isMonthEnd(date, queue.month_end_days);
	const kinds = new Set<string>(own.map(({ kind }) => kind));
	if (day.kind !== 'workday') kinds.add(day.kind);
	if (isWorking(day)) {
		for (const kind of besideHoliday(calendar, date)) kinds.add(kind);
		if (inMonthEnd) kinds.add('month_end');
		if (!worksBetween(calendar, monthStart(date), date)) kinds.add('first_business_day');
		if (!worksBetween(calendar, addDays(date, 1), monthStart(date, 1))) kinds.add('last_business_day');
	}
	const listed = [...kinds].sort((a, b) => placeOf(a) - placeOf(b));
	const effects = listed
		.filter((kind) => kind !== 'weekend')
		.map((kind) => (kind === 'holiday' && restWeekday ? weekendHoliday : kind));
	const nearHoliday = day.kind === 'weekend' && besideRest(calendar, date);
	return {
		date,
		kind: listed[0] ?? null,
		kinds: listed,
		name: day.name,
		kindNames: new Map(own.flatMap(({ kind, name }) => (name ? [[kind, name]] : []))),
		standsFor: day.standsFor,
		open: openRanges(queue.hours, day).length > 0,
		effects,
		ordinary: effects.length === 0 && !nearHoliday && !(day.kind === 'weekend' && inMonthEnd),
		verified: !day.estimated,
		published: day.published
	};
}

function placeOf(kind: string): number {
	const at = kindOrder.findIndex((known) => known === kind);
	return at === -1 ? kindOrder.indexOf('own') : at;
}

/** A working day alone between days off of which one is a holiday is a bridge; else it may come before or after one. */
function besideHoliday(calendar: Calendar, date: string): string[] {
	const [before, after] = [offRun(calendar, date, 1), offRun(calendar, date, -1)];
	if (before.days > 0 && after.days > 0 && (before.holiday || after.holiday)) return ['bridge'];
	return [before.holiday ? 'before_holiday' : '', after.holiday ? 'after_holiday' : ''].filter(Boolean);
}

/** Whether a weekend hangs together with a holiday. */
function besideRest(calendar: Calendar, date: string): boolean {
	return offRun(calendar, date, 1).holiday || offRun(calendar, date, -1).holiday;
}

const longestRun = 30;

/** The days off next to a date on one side. */
function offRun(calendar: Calendar, date: string, step: 1 | -1): { days: number; holiday: boolean } {
	const run = { days: 0, holiday: false };
	for (let next = addDays(date, step); run.days < longestRun; next = addDays(next, step)) {
		const day = calendar(next);
		if (isWorking(day)) break;
		run.days++;
		if (day.kind === 'holiday') run.holiday = true;
	}
	return run;
}

function worksBetween(calendar: Calendar, from: string, to: string): boolean {
	for (let date = from; date < to; date = addDays(date, 1)) if (isWorking(calendar(date))) return true;
	return false;
}
