import { max, median, min, range, sum } from 'd3';
import { together } from '#rollups/pool.ts';
import { offered } from '#rollups/tally.ts';
import { pooled } from './peakCells.ts';
import type { WeekHour } from './weekHours.ts';

/** Neighbouring weekdays × neighbouring hours that stand out. */
export interface PeakWindow {
	/** 1 = Monday; in the order of the working week. */
	weekdays: number[];
	from_hour: number;
	/** Out; up to 24. */
	to_hour: number;
	/** Calls an hour. */
	offered_mean: number;
	wait_p50_seconds: number | null;
	wait_p90_seconds: number | null;
	abandonment_rate: number | null;
	/** How many different days stand behind it. */
	days: number;
}

const most = 3;
const minDays = 3;
/**
 * To be worth a sentence a window differs from the usual hour by a tenth, and by four standard errors, not two:
 * it is the extreme of many.
 */
const worthSaying = { share: 0.1, errors: 4 };

/**
 * The windows in which the load is high (`busiest`: above the middle between the median hour and the highest) or low.
 * Of all rectangles of the weekday × hour grid the one with the greatest sum of differences from that bar (a maximum
 * subarray in two dimensions), then the next that does not overlap it, at most three. A stray hour inside does not
 * cut a window in two. Only hours that are in use are looked at: calls on at least half of three days or more, so
 * that a night is not "quiet"; of a closed hour half of all days, for a few who called in vain do not make it one in use. Where the load is even but for chance, there is none.
 */
export function peakWindows(hours: WeekHour[], kind: 'busiest' | 'quietest'): PeakWindow[] {
	const used = new Map(hours.filter(inUse).map((cell) => [key(cell.weekday, cell.hour), cell]));
	if (used.size === 0) return [];
	const loads = new Map([...used].map(([name, cell]) => [name, load(cell)]));
	const typical = median(loads.values()) ?? 0;
	const extreme = (kind === 'busiest' ? max : min)(loads.values()) ?? typical;
	const bar = (typical + extreme) / 2;
	const sign = kind === 'busiest' ? 1 : -1;
	const gains = new Map([...loads].map(([name, value]) => [name, sign * (value - bar)]));
	const week = workingWeek([...used.values()].map((cell) => cell.weekday));
	const windows: PeakWindow[] = [];
	for (let i = 0; i < most; i++) {
		const best = greatest(week, gains);
		if (!best) break;
		const names = best.weekdays.flatMap((weekday) => best.hours.map((hour) => key(weekday, hour)));
		const seen = names.flatMap((name) => used.get(name) ?? []);
		if (standsOut(seen, typical, sign)) windows.push(describe(best, seen));
		for (const name of names) gains.delete(name);
	}
	return windows.sort((a, b) => sign * (b.offered_mean - a.offered_mean));
}

interface Rectangle {
	weekdays: number[];
	hours: number[];
}

function greatest(week: number[], gains: Map<string, number>): Rectangle | null {
	let best: Rectangle | null = null;
	let bestGain = 0;
	for (let first = 0; first < week.length; first++)
		for (let last = first; last < week.length; last++) {
			const weekdays = week.slice(first, last + 1);
			// Kadane's scan along the hours of these weekdays together; an hour not in use ends the run.
			let from = 0;
			let gain = 0;
			for (const hour of range(24)) {
				const parts = weekdays.map((weekday) => gains.get(key(weekday, hour)));
				const sum = parts.reduce((a: number, part) => a + (part ?? -Infinity), 0);
				if (gain <= 0) [from, gain] = [hour, 0];
				gain += sum;
				if (gain > bestGain) {
					bestGain = gain;
					best = { weekdays, hours: range(from, hour + 1) };
				}
			}
		}
	return best;
}

/** The error is at least that of calls that come independently of each other (variance equal to the mean). */
function standsOut(seen: WeekHour[], typical: number, sign: number): boolean {
	const count = sum(seen, ({ dates }) => dates.length);
	const { tally, squares } = together(seen.map(({ pool }) => pool));
	const middle = offered(tally) / count;
	const variance = (squares - count * middle ** 2) / (count - 1);
	const error = Math.sqrt(Math.max(variance, middle) / count);
	const difference = sign * (middle - typical);
	return difference >= worthSaying.share * typical && difference >= worthSaying.errors * error;
}

function describe({ weekdays, hours }: Rectangle, seen: WeekHour[]): PeakWindow {
	const { tally } = together(seen.map(({ pool }) => pool));
	const { offered_mean, ...waits } = pooled(
		tally,
		sum(seen, ({ dates }) => dates.length)
	);
	return {
		weekdays,
		from_hour: hours[0] ?? 0,
		to_hour: (hours.at(-1) ?? 0) + 1,
		offered_mean: offered_mean ?? 0,
		...waits,
		days: new Set(seen.flatMap(({ dates }) => dates)).size
	};
}

/** The weekdays that occur, from the first after the days off, so that neighbours in work are neighbours here. */
function workingWeek(weekdays: number[]): number[] {
	const worked = new Set(weekdays);
	const before = (weekday: number) => ((weekday + 5) % 7) + 1;
	const start = range(1, 8).find((weekday) => worked.has(weekday) && !worked.has(before(weekday))) ?? 1;
	return range(7)
		.map((i) => ((start - 1 + i) % 7) + 1)
		.filter((weekday) => worked.has(weekday));
}

function inUse({ dates, silent, pool }: WeekHour): boolean {
	return dates.length >= minDays && pool.busy * 2 >= dates.length + silent;
}

function load({ dates, pool }: WeekHour): number {
	return offered(pool.tally) / dates.length;
}

function key(weekday: number, hour: number): string {
	return `${weekday} ${hour}`;
}
