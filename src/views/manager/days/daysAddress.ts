import { dayNumber } from '#time/dates.ts';
import { addDays, dayStart, isDate } from '#time/zone.ts';
import type { Interval } from '#time/intervals.ts';

/** The days that an address names, both in. */
export interface DaysAddress {
	fromDate: string;
	toDate: string;
}

const mostDays = 22_000;

/** Reads `from` and `to` (dates, both in); what is missing or makes no sense gives way to the last `days` until today. */
export function daysAddress(query: URLSearchParams, today: string, days = 28): DaysAddress {
	const [from, to] = [dateIn(query, 'from'), dateIn(query, 'to')];
	const toDate = to ?? (from && from > today ? from : today);
	const fromDate = from ?? addDays(toDate, 1 - days);
	const [first, last] = fromDate <= toDate ? [fromDate, toDate] : [toDate, fromDate];
	const tooLong = dayNumber(last) - dayNumber(first) >= mostDays;
	return { fromDate: tooLong ? addDays(last, 1 - mostDays) : first, toDate: last };
}

/** From the first moment of the first day to the end of the last. */
export function wholeDays(zone: string, { fromDate, toDate }: DaysAddress): Interval {
	return { startAt: dayStart(zone, fromDate), endAt: dayStart(zone, addDays(toDate, 1)) };
}

function dateIn(query: URLSearchParams, name: string): string | null {
	const text = query.get(name);
	return text && isDate(text) && text >= '1970-01-02' && text < '2200-01-01' ? text : null;
}
