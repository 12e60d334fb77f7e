import type { Grain } from '#model/load.ts';
import type { Interval } from '#time/intervals.ts';
import { wallTime } from '#time/zone.ts';
import { callsQuery } from './callsQuery.ts';
import { withQuery } from './withQuery.ts';

/** One step closer from a bar: from months and weeks to days, from a day to its hours, from an hour to its calls. */
export function barHref(
	zone: string,
	interval: Interval,
	grain: Grain,
	query: URLSearchParams
): { path: 'calls' | 'range'; query: `?${string}` } {
	if (grain === 'hour' || grain === 'quarter') return { path: 'calls', query: callsQuery(zone, interval) };
	const from = wallTime(zone, interval.startAt).date;
	const to = wallTime(zone, interval.endAt - 1).date;
	return { path: 'range', query: withQuery(query, { from, to, grain: grain === 'day' ? 'hour' : 'day' }) };
}
