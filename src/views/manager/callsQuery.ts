import { formatInstant } from '#time/zone.ts';
import type { Interval } from '#time/intervals.ts';

/** The address of the calls that came in an interval, below a queue's own. */
export function callsQuery(zone: string, { startAt, endAt }: Interval): `?${string}` {
	const query = new URLSearchParams({ from: formatInstant(zone, startAt), to: formatInstant(zone, endAt) });
	return `?${query}`;
}
