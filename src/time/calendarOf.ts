import type { Queue } from '#model/queue.ts';
import { isDayNature, type SpecialDay } from '#model/specialDay.ts';
import type { Calendar, CalendarDay } from './calendar.ts';
import { isWeekend } from './weekends.ts';
import { weekdayOf } from './zone.ts';

/**
 * The calendar that holds for a queue, out of the special days that hold for it (`readSpecialDays`). What a manager
 * says comes before what the packages say, and what is said for fewer queues before what is said for more.
 *
 * The days must be those of whole years: one day of a published schedule tells that its year is published.
 */
export function calendarOf(
	{ country }: Pick<Queue, 'country'>,
	specialDays: readonly SpecialDay[]
): Calendar {
	const published = new Set(
		specialDays.filter(({ schedule }) => schedule).map(({ date }) => date.slice(0, 4))
	);
	const byDate = new Map<string, SpecialDay[]>();
	for (const day of specialDays) {
		// What was reckoned before a year was published is over with its schedule, wherever that came from.
		if (day.source === 'law' && published.has(day.date.slice(0, 4))) continue;
		byDate.set(day.date, [...(byDate.get(day.date) ?? []), day]);
	}
	const known = new Map<string, CalendarDay>();
	return (date) => {
		const before = known.get(date);
		if (before) return before;
		const day = calendarDayOf(country, date, byDate.get(date) ?? [], published.has(date.slice(0, 4)));
		// Dates that people type could fill the memory.
		if (known.size > 20_000) known.clear();
		known.set(date, day);
		return day;
	};
}

function calendarDayOf(
	country: string,
	date: string,
	said: readonly SpecialDay[],
	published: boolean
): CalendarDay {
	const weekday = weekdayOf(date);
	const day = ruling(said);
	const classes = said
		.filter(({ kind }) => !isDayNature(kind))
		.map(({ kind, name }) => ({ kind, name }))
		.filter(({ kind }, i, all) => all.findIndex((other) => other.kind === kind) === i);
	const more = classes.length > 0 ? { classes } : {};
	if (day?.kind === 'holiday') {
		const estimated = day.verified ? {} : { estimated: true };
		return { kind: 'holiday', name: day.name, standsFor: weekday, published, ...estimated, ...more };
	}
	if (day?.kind === 'make_up_workday')
		return {
			kind: 'make_up_workday',
			name: day.name,
			standsFor: day.standsFor ?? nearestWorkday(weekday),
			published,
			...more
		};
	const kind = isWeekend(country, weekday) ? 'weekend' : 'workday';
	return { kind, name: null, standsFor: weekday, published, ...more };
}

/** Of what is said about the nature of one date, that which holds. */
function ruling(said: readonly SpecialDay[]): SpecialDay | null {
	let best: SpecialDay | null = null;
	for (const day of said) if (isDayNature(day.kind) && (!best || rank(day) > rank(best))) best = day;
	return best;
}

function rank({ own, scope, subdivision }: SpecialDay): number {
	const narrow = scope === 'queue' ? 3 : subdivision !== null ? 2 : scope === 'country' ? 1 : 0;
	return (own ? 10 : 0) + narrow;
}

/** A make-up workday of which nobody said for what day it stands: a Sunday is worked like a Monday. */
function nearestWorkday(weekday: number): number {
	return weekday === 7 ? 1 : Math.min(weekday, 5);
}
