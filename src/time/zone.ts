/**
 * Wall time of a zone. Instants are milliseconds since 1970 in UTC; dates are `YYYY-MM-DD`; zones are IANA names.
 * Every function throws `unknown zone: …` for a zone that `isZone` does not know.
 */
import { dateOfDay, dayNumber, weekdayOfDay } from './dates.ts';
import { changeBetween, offsetMs } from './offsets.ts';

export { addDays, isDate, weekdayOf } from './dates.ts';

const msPerDay = 86_400_000;

export interface WallTime {
	date: string;
	/** 0..23 */
	hour: number;
	/** 0..59 */
	minute: number;
	/** 1 = Monday, 7 = Sunday. */
	weekday: number;
	/** Minutes east of UTC. */
	offsetMinutes: number;
}

/** What the calendar and the clock on the wall say at an instant. */
export function wallTime(zone: string, at: number): WallTime {
	const offset = offsetMs(zone, at);
	const minutes = Math.floor((at + offset) / 60_000);
	const day = Math.floor(minutes / 1440);
	const minuteOfDay = minutes - day * 1440;
	const hour = Math.floor(minuteOfDay / 60);
	return {
		date: dateOfDay(day),
		hour,
		minute: minuteOfDay - hour * 60,
		weekday: weekdayOfDay(day),
		offsetMinutes: offset / 60_000
	};
}

/**
 * The first instant of a date. Where its midnight is skipped that is later than 00:00, and where the zone left
 * out the whole date (Apia, 2011-12-30) it is the first instant of the next date that there was.
 */
export function dayStart(zone: string, date: string): number {
	const local = dayNumber(date) * msPerDay;
	const found = earliest(zone, local);
	if (found !== null) return found;
	const { before, after } = offsetsAround(zone, local);
	return changeBetween(zone, local - after, local - before) ?? local - before;
}

/**
 * The instant of a wall time, given as minutes after 00:00 (which may be negative or beyond 1440: the days around).
 * A time that the clock skips moves forward by what was skipped; of a time that it shows twice, the earlier.
 */
export function instantOf(zone: string, date: string, minuteOfDay: number): number {
	const local = dayNumber(date) * msPerDay + minuteOfDay * 60_000;
	return earliest(zone, local) ?? local - offsetsAround(zone, local).before;
}

/** RFC 3339 with the zone's offset: `2026-03-02T09:15:00+08:00`; milliseconds only where there are any. */
export function formatInstant(zone: string, at: number): string {
	const offset = offsetMs(zone, at);
	const local = new Date(at + offset).toISOString().slice(0, -1);
	const clock = local.endsWith('.000') ? local.slice(0, -4) : local;
	const minutes = Math.abs(offset) / 60_000;
	return `${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const known = new Map<string, boolean>();

/** Whether the name is one of the IANA data base, such as `Asia/Shanghai`; offsets such as `+08:00` are not. */
export function isZone(name: string): boolean {
	const remembered = known.get(name);
	if (remembered !== undefined) return remembered;
	const answer = asksIana(name) && intlKnows(name);
	// What people type is remembered only as far as memory may be spent on it.
	if (known.size < 1_000) known.set(name, answer);
	return answer;
}

/** Besides IANA's, ICU takes abbreviations of its own (`CST` is Chicago's there, not China's). */
const ianaShort = 'EST MST HST WET CET MET EET UTC GMT UCT PRC ROC ROK'.split(' ');

function asksIana(name: string): boolean {
	if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name) || /^SystemV\//i.test(name)) return false;
	return name.length !== 3 || ianaShort.includes(name.toUpperCase());
}

function intlKnows(name: string): boolean {
	try {
		return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: name }));
	} catch {
		return false;
	}
}

/** The earliest instant that shows this wall time (written as if it were UTC), or null where it is skipped. */
function earliest(zone: string, local: number): number | null {
	const { before, after } = offsetsAround(zone, local);
	if (offsetMs(zone, local - before) === before) return local - before;
	return offsetMs(zone, local - after) === after ? local - after : null;
}

/** No zone is a day away from UTC, so a day to either side is surely before and after a change. */
function offsetsAround(zone: string, local: number): { before: number; after: number } {
	return { before: offsetMs(zone, local - msPerDay), after: offsetMs(zone, local + msPerDay) };
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}
