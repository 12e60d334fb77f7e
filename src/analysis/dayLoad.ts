import { mean, range, sum } from 'd3';
import type { Interval } from '#time/intervals.ts';
import { wallTime } from '#time/zone.ts';

/** How many calls came in on one day. */
export interface DayLoad {
	date: string;
	/** Until the given instant. */
	soFar: number;
	/** By hour of the wall clock, 0..23; null where the clock skipped it. */
	hours: (number | null)[];
	total: number;
}

/** Sums the quarter hours of a day. Of an hour that the clock shows twice the mean is taken, to compare it with others. */
export function dayLoad(
	zone: string,
	date: string,
	quarters: Interval[],
	counts: number[],
	untilAt: number
): DayLoad {
	const byHour = range(24).map(() => new Map<number, number>());
	let soFar = 0;
	quarters.forEach(({ startAt, endAt }, i) => {
		const count = counts[i] ?? 0;
		const { hour, offsetMinutes } = wallTime(zone, startAt);
		const runs = byHour[hour];
		runs?.set(offsetMinutes, (runs.get(offsetMinutes) ?? 0) + count);
		if (endAt <= untilAt) soFar += count;
	});
	return { date, soFar, hours: byHour.map((runs) => mean(runs.values()) ?? null), total: sum(counts) };
}
