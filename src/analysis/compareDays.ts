import { deviation, randomLcg } from 'd3';
import type { ServiceLevel } from '#model/queue.ts';
import { figures, levelParts, withinThreshold } from '#rollups/loadRow.ts';
import { emptyTally, mergeTally, offered, type Tally } from '#rollups/tally.ts';
import { callersByWait } from '#rollups/waits.ts';
import { studentQuantile } from './specialDays/studentQuantile.ts';

/** What two ranges are compared in. */
const comparedNames = ['callsADay', 'serviceLevel', 'abandonment', 'p50', 'p90', 'asa', 'aht'] as const;
export type ComparedName = (typeof comparedNames)[number];

export interface Compared {
	name: ComparedName;
	/** Calls a day, shares 0..1, or seconds; null: nothing to divide by. */
	a: number | null;
	b: number | null;
	/** a − b. */
	difference: number | null;
	/** The difference lies within, for all names at once in 95 of 100 comparisons; null for too few days. */
	interval: [low: number, high: number] | null;
	/** Whether 0 lies outside of the interval. */
	isClear: boolean;
}

/** A day of one side and the day of the other that it is held against. */
export interface DayPair {
	a: Tally;
	b: Tally;
}

/** Fewer say nothing about how far days lie apart, and are less than one of each weekday. */
export const fewestBlocks = 7;
const resamples = 400;
/** One comparison in twenty may have any of its differences wrongly called clear. */
const wrong = 0.05;

/**
 * The differences of two sets of days with their uncertainty. Days are drawn again and again in pairs, with replacement
 * (the bootstrap of Efron 1979), which gives the standard error of each difference; the interval is Student's, its error
 * corrected by √(n/(n−1)), which for a mean is exactly that of paired differences. All names together are wrong in one
 * comparison of twenty at most (Bonferroni; Dunn 1961). Many days are drawn by weeks or four weeks, since neighbouring
 * days are alike (the block bootstrap, Künsch 1989).
 */
export function compareDays(pairs: DayPair[], level: { a: ServiceLevel; b: ServiceLevel }): Compared[] {
	const whole = { a: summed(pairs.map(({ a }) => a)), b: summed(pairs.map(({ b }) => b)) };
	const [a, b] = [pointsOf(whole.a, pairs.length, level.a), pointsOf(whole.b, pairs.length, level.b)];
	const blocks = blocksOf(pairs);
	const errors = blocks.length < fewestBlocks ? null : errorsOf(blocks, level);
	const t = errors && studentQuantile(1 - wrong / (2 * comparedNames.length), blocks.length - 1);
	return comparedNames.map((name, i) => {
		const [ofA, ofB] = [a[i] ?? null, b[i] ?? null];
		const difference = ofA === null || ofB === null ? null : ofA - ofB;
		const error = errors?.[i] ?? null;
		const half = t === null || error === null ? null : t * error;
		const interval: Compared['interval'] =
			difference === null || half === null ? null : [difference - half, difference + half];
		const isClear = interval !== null && (interval[0] > 0 || interval[1] < 0);
		return { name, a: ofA, b: ofB, difference, interval, isClear };
	});
}

function pointsOf(tally: Tally, days: number, level: ServiceLevel): (number | null)[] {
	const row = figures(tally, withinThreshold(tally, level), level);
	return [
		days > 0 ? row.offered / days : null,
		row.service_level,
		row.abandonment_rate,
		row.wait_p50_seconds,
		row.wait_p90_seconds,
		row.asa_seconds,
		row.aht_seconds
	];
}

function blocksOf(pairs: DayPair[]): (DayPair & { days: number })[] {
	const size = pairs.length > 728 ? 28 : pairs.length > 56 ? 7 : 1;
	return Array.from({ length: Math.ceil(pairs.length / size) }, (_, i) => {
		const days = pairs.slice(i * size, (i + 1) * size);
		return {
			a: summed(days.map(({ a }) => a)),
			b: summed(days.map(({ b }) => b)),
			days: days.length
		};
	});
}

/** What of a block is added up when it is drawn. */
interface Parts {
	days: number;
	/** Above and below of calls a day, service level, abandonment, ASA and AHT. */
	ratios: number[];
	/** Callers at each of the waits that occur. */
	waits: Int32Array;
}

function errorsOf(
	blocks: (DayPair & { days: number })[],
	level: { a: ServiceLevel; b: ServiceLevel }
): (number | null)[] {
	const waits = [
		...new Set(
			blocks.flatMap(({ a, b }) => [a, b].flatMap(({ waits }) => callersByWait(waits).map(([s]) => s)))
		)
	].sort((x, y) => x - y);
	const places = new Map(waits.map((seconds, i) => [seconds, i]));
	const sides = [
		blocks.map(({ a, days }) => partsOf(a, days, level.a, places)),
		blocks.map(({ b, days }) => partsOf(b, days, level.b, places))
	] as const;
	const random = randomLcg(0.42);
	const drawn = comparedNames.map((): number[] => []);
	const times = new Int32Array(blocks.length);
	for (let i = 0; i < resamples; i++) {
		times.fill(0);
		for (let k = 0; k < blocks.length; k++) {
			const place = Math.floor(random() * blocks.length);
			times[place] = (times[place] ?? 0) + 1;
		}
		const [a, b] = [drawnFigures(sides[0], times, waits), drawnFigures(sides[1], times, waits)];
		comparedNames.forEach((_, at) => {
			const [ofA, ofB] = [a[at] ?? null, b[at] ?? null];
			if (ofA !== null && ofB !== null) drawn[at]?.push(ofA - ofB);
		});
	}
	const correction = Math.sqrt(blocks.length / (blocks.length - 1));
	return drawn.map((values) =>
		values.length < resamples / 2 ? null : (deviation(values) ?? 0) * correction
	);
}

function partsOf(tally: Tally, days: number, level: ServiceLevel, places: Map<number, number>): Parts {
	const within = withinThreshold(tally, level);
	const inTime = levelParts(tally, level, within);
	const gone = tally.abandoned - (level.formula === 'short_removed' ? within.shortAbandoned : 0);
	const waits = new Int32Array(places.size);
	for (const [seconds, callers] of callersByWait(tally.waits)) waits[places.get(seconds) ?? 0] = callers;
	const handling = tally.talkSeconds + tally.holdSeconds + tally.wrapSeconds;
	return {
		days,
		ratios: [
			...[offered(tally), days, inTime.numerator, inTime.denominator, gone, tally.answered + gone],
			...[tally.answeredWaitMs / 1000, tally.answered, handling, tally.handled]
		],
		waits
	};
}

/** In the order of the names. */
function drawnFigures(parts: readonly Parts[], times: Int32Array, waits: number[]): (number | null)[] {
	const ratios = new Array<number>(10).fill(0);
	const counts = new Float64Array(waits.length);
	parts.forEach((part, i) => {
		const weight = times[i] ?? 0;
		if (weight === 0) return;
		part.ratios.forEach((value, at) => (ratios[at] = (ratios[at] ?? 0) + weight * value));
		for (let at = 0; at < counts.length; at++)
			counts[at] = (counts[at] ?? 0) + weight * (part.waits[at] ?? 0);
	});
	const ratio = (at: number) => {
		const below = ratios[2 * at + 1] ?? 0;
		return below > 0 ? (ratios[2 * at] ?? 0) / below : null;
	};
	const [p50, p90] = quantiles(counts, waits, [0.5, 0.9]);
	return [ratio(0), ratio(1), ratio(2), p50 ?? null, p90 ?? null, ratio(3), ratio(4)];
}

function quantiles(counts: Float64Array, waits: number[], shares: number[]): (number | null)[] {
	const total = counts.reduce((sum, count) => sum + count, 0);
	if (total === 0) return shares.map(() => null);
	let at = -1;
	let seen = 0;
	return shares.map((share) => {
		while (seen < share * total && at < counts.length - 1) seen += counts[++at] ?? 0;
		return waits[Math.max(0, at)] ?? null;
	});
}

function summed(tallies: Tally[]): Tally {
	const sum = emptyTally();
	for (const tally of tallies) mergeTally(sum, tally);
	return sum;
}
