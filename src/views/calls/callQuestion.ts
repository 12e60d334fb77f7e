import { outcomes, type Outcome } from '#model/call.ts';
import type { CallFilter } from '#records/listCalls.server.ts';
import { readEnd, toIsNotAfter } from '#time/parseRange.ts';
import { addDays, dayStart, instantOf, isDate, wallTime } from '#time/zone.ts';

/** What of a question could not be understood. */
export interface WrongParameter {
	field: string;
	message: string;
}

export interface CallQuestion {
	filter: CallFilter;
	/** What is wrong was left out of the filter. */
	wrong: WrongParameter[];
}

interface Reading {
	zone: string;
	now: number;
	/** The last day named is meant as a whole, as people say it; else `to` is out, as programs do. */
	lastDayIn: boolean;
}

const longest = 22 * 86_400;

/**
 * Reads `from`, `to` (dates, wall times such as `2026-03-02T09:15`, or instants; left out: today), `outcome` (one or
 * several with commas), `min_wait_seconds`, `max_wait_seconds`, `agent`, `topic`.
 */
export function callQuestion(query: URLSearchParams, { zone, now, lastDayIn }: Reading): CallQuestion {
	const wrong: WrongParameter[] = [];
	const { date } = wallTime(zone, now);
	const end = (name: 'from' | 'to', otherwise: number) => {
		const text = query.get(name);
		if (!text) return otherwise;
		const at = endOf(zone, text, name === 'to' && lastDayIn);
		if (at === null) wrong.push({ field: name, message: `\`${name}\` must be ${times}.` });
		return at ?? otherwise;
	};
	const fromAt = end('from', dayStart(zone, date));
	const toAt = end('to', nextDay(zone, Math.max(fromAt, now)));
	if (toAt <= fromAt && query.get('to'))
		wrong.push({ field: 'to', message: lastDayIn ? '`to` must not be before `from`.' : toIsNotAfter });
	return {
		filter: {
			fromAt,
			toAt: toAt > fromAt ? toAt : nextDay(zone, fromAt),
			outcomes: outcomesOf(query, wrong),
			leastWaitSeconds: secondsOf(query, 'min_wait_seconds', wrong),
			mostWaitSeconds: secondsOf(query, 'max_wait_seconds', wrong),
			agent: query.get('agent')?.trim() || null,
			topic: query.get('topic') || null
		},
		wrong
	};
}

const times =
	'a date (2026-03-02), a wall time of the zone (2026-03-02T09:15) or an instant (2026-03-02T09:15:00+08:00)';

function endOf(zone: string, text: string, lastDayIn: boolean): number | null {
	if (lastDayIn && isDate(text)) return readEnd(zone, addDays(text, 1));
	const [, date = '', hour, minute] = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
	if (!isDate(date) || readEnd(zone, date) === null) return readEnd(zone, text);
	return instantOf(zone, date, Number(hour) * 60 + Number(minute));
}

function nextDay(zone: string, at: number): number {
	return dayStart(zone, addDays(wallTime(zone, at).date, 1));
}

function outcomesOf(query: URLSearchParams, wrong: WrongParameter[]): Outcome[] | null {
	const names = query.getAll('outcome').join(',').split(',').filter(Boolean);
	const known = outcomes.filter((outcome) => names.includes(outcome));
	if (names.length === 0) return null;
	if (new Set(names).size === known.length) return known;
	wrong.push({ field: 'outcome', message: `outcome must be of ${outcomes.join(', ')}.` });
	return null;
}

function secondsOf(query: URLSearchParams, field: string, wrong: WrongParameter[]): number | null {
	const text = query.get(field);
	if (!text) return null;
	if (/^\d{1,7}$/.test(text) && Number(text) <= longest) return Number(text);
	wrong.push({ field, message: `${field} must be a whole number of seconds up to ${longest}.` });
	return null;
}
