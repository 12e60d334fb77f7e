import { parseInstant } from '#model/instant.ts';
import type { Grain } from '#model/load.ts';
import { floorTo, nextStart } from './intervals.ts';
import { addDays, dayStart, instantOf, isDate, wallTime } from './zone.ts';

/** What a reader asked for; null or an empty text: not said. */
export interface AskedRange {
	from: string | null | undefined;
	to: string | null | undefined;
	grain: Grain;
}

export type ParsedRange = { fromAt: number; toAt: number } | { field: 'from' | 'to'; message: string };

/**
 * The range of a request: `from` is in, `to` is out, each a date of the zone (its first instant) or an instant
 * with an offset, both moved down to the grain. Without `from`: today. Without `to`: until tomorrow, or one day
 * after a later `from`; then the last interval is given whole.
 */
export function parseRange(zone: string, now: number, asked: AskedRange): ParsedRange {
	const today = wallTime(zone, now).date;
	const fromAt = asked.from ? readEnd(zone, asked.from) : dayStart(zone, today);
	if (fromAt === null) return { field: 'from', message: expected('from', asked.from) };
	const start = floorTo(zone, fromAt, asked.grain);
	if (!asked.to) return { fromAt: start, toAt: ceilTo(zone, defaultEnd(zone, today, fromAt), asked.grain) };

	const toAt = readEnd(zone, asked.to);
	if (toAt === null) return { field: 'to', message: expected('to', asked.to) };
	if (toAt <= fromAt)
		return asked.from
			? { field: 'to', message: toIsNotAfter }
			: { field: 'from', message: '`from` is needed when `to` is not after the start of today.' };
	const end = floorTo(zone, toAt, asked.grain);
	if (end <= start)
		return {
			field: 'to',
			message: `\`from\` and \`to\` fall into the same ${asked.grain}, so nothing is between.`
		};
	return { fromAt: start, toAt: end };
}

/** For programs, which often name the last day that they want; said in the same words wherever `to` is out. */
export const toIsNotAfter =
	'`to` must be after `from`: it is the first day (or instant) that is no longer included; for a single day `to` is the day after it.';

function defaultEnd(zone: string, today: string, fromAt: number): number {
	const tomorrowAt = dayStart(zone, addDays(today, 1));
	if (fromAt < tomorrowAt) return tomorrowAt;
	const { date, hour, minute } = wallTime(zone, fromAt);
	return instantOf(zone, addDays(date, 1), hour * 60 + minute);
}

function ceilTo(zone: string, at: number, grain: Grain): number {
	const start = floorTo(zone, at, grain);
	return start === at ? at : nextStart(zone, start, grain);
}

/** A date's first instant, or the instant; null for any other text and for a time in which there are no calls. */
export function readEnd(zone: string, text: string): number | null {
	// In an address an unescaped + arrives as a space.
	const at = isDate(text) ? dayStart(zone, text) : parseInstant(text.replace(/ (?=\d\d:\d\d$)/, '+'));
	return at !== null && at >= firstAt && at <= lastAt ? at : null;
}

/**
 * 1970 by any zone's clock, to 2100. No call lies outside, and what offsets a zone had in the year 800 takes seconds to
 * find out.
 */
const firstAt = Date.UTC(1969, 11, 31);
const lastAt = Date.UTC(2100, 0, 2);

function expected(field: string, text: string | null | undefined): string {
	return `\`${field}\` must be a date (2026-03-02) or an instant with an offset (2026-03-02T09:15:00+08:00) from 1970 to 2100, not ${JSON.stringify(text?.slice(0, 40))}.`;
}
