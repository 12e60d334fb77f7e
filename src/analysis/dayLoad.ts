import { sum } from 'd3';
import type { Interval } from '#time/intervals.ts';
import { wallTime } from '#time/zone.ts';

/** How many calls came in on one day. */
export interface DayLoad {
	date: string;
	/** Until the given instant. */
	soFar: number;
	/** By hour of the wall clock, 0..23; null where the clock skipped it. */
	hours: (number | null)[];
	/** The same by quarter hour, 0..95. */
	quarters: (number | null)[];
	total: number;
}

/**
 * Sums the quarter hours of a day. Of a time that the clock shows twice the mean is taken, to compare it with others.
 * Quarters that lie across an hour of the clock count where they begin.
 */
export function dayLoad(
	zone: string,
	date: string,
	quarters: Interval[],
	counts: number[],
	untilAt: number
): DayLoad {
	return dayLoads(zone, date, quarters, untilAt)(counts);
}

/** The same for the counts of several queues: what the clock says is read once. */
export function dayLoads(
	zone: string,
	date: string,
	quarters: Interval[],
	untilAt: number
): (counts: number[]) => DayLoad {
	const walls = quarters.map(({ startAt }) => wallTime(zone, startAt));
	const hours = grouped(walls.map(({ hour, offsetMinutes }) => ({ place: hour, offsetMinutes })));
	const parts = grouped(
		walls.map(({ hour, minute, offsetMinutes }) => ({
			place: hour * 4 + Math.floor(minute / 15),
			offsetMinutes
		}))
	);
	const over = quarters.filter(({ endAt }) => endAt <= untilAt).length;
	return (counts) => ({
		date,
		soFar: sum(counts.slice(0, over)),
		hours: meansAt(24, hours, counts),
		quarters: meansAt(96, parts, counts),
		total: sum(counts)
	});
}

interface Run {
	place: number;
	offsetMinutes: number;
	from: number;
	to: number;
}

/** Neighbours that lie at one place of the clock, before or after it was changed. */
function grouped(places: { place: number; offsetMinutes: number }[]): Run[] {
	const runs: Run[] = [];
	places.forEach(({ place, offsetMinutes }, i) => {
		const last = runs.at(-1);
		if (last?.place === place && last.offsetMinutes === offsetMinutes) last.to = i + 1;
		else runs.push({ place, offsetMinutes, from: i, to: i + 1 });
	});
	return runs;
}

function meansAt(count: number, runs: Run[], counts: number[]): (number | null)[] {
	const sums = new Float64Array(count);
	const times = new Uint8Array(count);
	for (const { place, from, to } of runs) {
		for (let i = from; i < to; i++) sums[place] = (sums[place] ?? 0) + (counts[i] ?? 0);
		times[place] = (times[place] ?? 0) + 1;
	}
	return Array.from(times, (shown, place) => (shown === 0 ? null : (sums[place] ?? 0) / shown));
}
