import { offered, type Tally } from '#rollups/tally.ts';
import type { Interval } from '#time/intervals.ts';
import { dayStart, wallTime } from '#time/zone.ts';

/**
 * Leaves out the days before the first call: a queue that did not exist yet was not quiet. Nothing is left where
 * there is no call at all.
 */
export function sinceFirstCall(
	zone: string,
	intervals: Interval[],
	tallies: Tally[]
): { intervals: Interval[]; tallies: Tally[] } {
	const first = intervals[tallies.findIndex((tally) => offered(tally) > 0)];
	if (!first) return { intervals: [], tallies: [] };
	const fromAt = dayStart(zone, wallTime(zone, first.startAt).date);
	const from = intervals.findIndex((interval) => interval.startAt >= fromAt);
	return { intervals: intervals.slice(from), tallies: tallies.slice(from) };
}
