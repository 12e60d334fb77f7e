import type { DayKind } from '#model/publicAnswer.ts';
import type { Queue } from '#model/queue.ts';
import type { Tally } from '#rollups/tally.ts';
import type { Interval } from '#time/intervals.ts';
import { hourPools, poolsOf, type TypicalHour } from './hourPools.ts';
import { steadyPools } from './steadyPools.ts';

export type { TypicalHour };

/** The expected wait on such a day (weekday 1 = Monday) at such an hour, or null where too little is known. */
export type TypicalHours = (kind: DayKind, weekday: number, hour: number) => TypicalHour | null;

/** The typical hours of a queue from hourly tallies of past weeks, by kind of day and hour of the queue's own clock. */
export function typicalHours(queue: Queue, intervals: Interval[], tallies: Tally[]): TypicalHours {
	return hoursOf(steadyPools(null, hourPools(queue, intervals, tallies), queue.public.min_calls));
}

/**
 * Looks hours up in pools: where too little is known of an hour of that weekday, all weekdays of that kind at that hour
 * speak for it, then the six-hour part of such a day. A month end of which too little is known is like any workday.
 */
export function hoursOf(pools: ReadonlyMap<string, TypicalHour>): TypicalHours {
	return (kind, weekday, hour) => {
		for (const key of stepsOf(kind, weekday, hour)) {
			const found = pools.get(key);
			if (found) return found;
		}
		return null;
	};
}

function stepsOf(kind: DayKind, weekday: number, hour: number): string[] {
	const steps = poolsOf(kind, weekday, hour);
	return kind === 'month_end' ? [...steps, ...poolsOf('workday', weekday, hour)] : steps;
}
