import { slugPattern } from '#model/slug.ts';
import { dayNumber } from '#time/dates.ts';
import { addDays, isDate } from '#time/zone.ts';

/** What the address of the page asks to compare, made whole. */
export interface CompareAddress {
	/** Both are in. */
	from: string;
	to: string;
	days: number;
	/** `before`, `year`, or another queue's slug. */
	against: string;
	/** How many days before its own each day of the other side lies: whole weeks. */
	shiftDays: number;
	/** Today was asked for, and left out. */
	capped: boolean;
	/** The last day was asked to lie before the first. */
	exchanged: boolean;
}

/** More days are not compared at once. */
export const longestCompared = 3_700;

/**
 * Reads `from`, `to` (dates, both in; by default the 28 days before today) and `with`. The other side's days are whole
 * weeks earlier, so that each is of the same weekday: for the time before as few weeks as reach beyond the range. Days
 * in the wrong order are exchanged.
 */
export function compareAddress(query: URLSearchParams, today: string): CompareAddress {
	const yesterday = addDays(today, -1);
	const given = { from: readComparedDate(query, 'from'), to: readComparedDate(query, 'to') };
	const exchanged = given.from !== null && given.to !== null && given.from > given.to;
	const asked = exchanged ? { from: given.to, to: given.from } : given;
	const capped = (asked.to ?? yesterday) > yesterday;
	const to = capped ? yesterday : (asked.to ?? yesterday);
	const from = asked.from ?? addDays(to, -27);
	const first = from <= to ? from : to;
	const earliest = addDays(to, 1 - longestCompared);
	const start = first < earliest ? earliest : first;
	const days = dayNumber(to) - dayNumber(start) + 1;
	const against = query.get('with') ?? '';
	const range = { from: start, to, days, capped, exchanged };
	if (against === 'year') return { ...range, against, shiftDays: 364 };
	if (against !== 'before' && slugPattern.test(against)) return { ...range, against, shiftDays: 0 };
	return { ...range, against: 'before', shiftDays: Math.ceil(days / 7) * 7 };
}

/** A date of the address; null where there is none, or none of a time in which there are calls. */
export function readComparedDate(query: URLSearchParams, name: 'from' | 'to'): string | null {
	const text = query.get(name);
	return text && isDate(text) && text >= '1980-01-01' && text < '2200-01-01' ? text : null;
}
