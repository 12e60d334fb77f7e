import { horizonGroup, horizonGroups, type HorizonGroup } from './horizons.ts';
import type { Restlessness } from './levelFilter.ts';
import type { MixedDay } from './mixedDays.ts';
import type { ReplayedDay } from './replay.ts';

/** The calls that will not be exceeded with probability `p`, of those given in `intervalQuantiles`. */
export type Spread = (
	calls: number,
	asked: { logVariance: number; ahead: number; p: number; width: number }
) => number;

/** The ends of the 50, 80 and 95 % intervals, and what they are of a normal distribution. */
export const intervalQuantiles = [0.025, 0.1, 0.25, 0.75, 0.9, 0.975] as const;
export const normal = [-1.959964, -1.281552, -0.6744898, 0.6744898, 1.281552, 1.959964];

/** Fewer days than this say too little about tails: then the normal distribution speaks. */
const enoughDays = 20;

/**
 * Intervals from the errors of the replayed weeks (normalised conformal prediction, Lei et al. 2018): each error in
 * units of what the model expects of errors, by group of horizons and apart for hours that chance rules and hours
 * that the day rules. So they are wide where the model knows that it knows little, and right where it is wrong about it.
 */
export function spreadOf(
	replayed: readonly ReplayedDay[],
	days: readonly MixedDay[],
	rest: Restlessness
): Spread {
	const shape = shapeVariance(replayed, rest);
	const unit = (calls: number, logVariance: number) =>
		Math.sqrt(calls + 0.25 + calls ** 2 * (logVariance + rest.day + shape));
	const ruledBy = (calls: number, logVariance: number) => rulerOf(calls * (logVariance + rest.day + shape));
	const pools = new Map<HorizonGroup, Record<Ruler, Pool>>();
	for (const { day, group, logVariance, expected, counts } of days) {
		const ofGroup = pools.get(group) ?? { chance: new Pool(), both: new Pool(), day: new Pool() };
		pools.set(group, ofGroup);
		for (let slot = 0; slot < expected.length; slot++) {
			const calls = expected[slot] ?? 0;
			const count = counts[slot] ?? NaN;
			if (Number.isNaN(count)) continue;
			const pool = ofGroup[ruledBy(calls, logVariance)];
			pool.add(day, (smeared(count, pool.scores.length) - calls) / unit(calls, logVariance));
		}
	}
	const quantiles = new Map<string, number[]>();
	for (const [group, ofGroup] of pools)
		for (const ruler of rulers)
			if (ofGroup[ruler].scores.length > 0) quantiles.set(`${group} ${ruler}`, poolQuantiles(ofGroup[ruler]));
	return (calls, { logVariance, ahead, p, width }) => {
		const i = intervalQuantiles.findIndex((q) => q === p);
		const key = nearestGroup(horizonGroup(ahead), ruledBy(calls, logVariance), quantiles);
		const z = quantiles.get(key)?.[i] ?? normal[i] ?? NaN;
		return Math.max(0, calls + z * width * unit(calls, logVariance));
	};
}

/**
 * A count as a number that is as likely to be anywhere within half a call of it (jittering, Machado & Silva 2005), by
 * an even sequence (multiples of the golden ratio): where few call, errors are few values, and a quantile that falls
 * on one of them would hold all hours like it or none.
 */
export function smeared(count: number, i: number): number {
	return count + ((i * golden) % 1) - 0.5;
}

const golden = (Math.sqrt(5) - 1) / 2;

/** Errors that are taken together, and the days they are of, each of which was seen from many others. */
export class Pool {
	readonly scores: number[] = [];
	readonly days = new Set<number>();
	#last = NaN;

	add(day: number, score: number): void {
		this.scores.push(score);
		if (day !== this.#last) this.days.add(day);
		this.#last = day;
	}
}

/** What most of an hour's variance is of. */
const rulers = ['chance', 'both', 'day'] as const;
type Ruler = (typeof rulers)[number];

/** By the ratio of the variance of the day and the shape to that of chance. */
function rulerOf(ratio: number): Ruler {
	if (ratio > 1) return 'day';
	return ratio > 0.1 ? 'both' : 'chance';
}

/** A group that was not seen takes the errors of the nearest shorter one; the model widens them. */
function nearestGroup(group: HorizonGroup, ruler: Ruler, seen: ReadonlyMap<string, unknown>): string {
	const shorter = horizonGroups.slice(0, horizonGroups.indexOf(group) + 1).toReversed();
	return `${shorter.find((name) => seen.has(`${name} ${ruler}`)) ?? group} ${ruler}`;
}

/** Ranks among days + 1, as one more day will come (Vovk et al. 2005); never on the wrong side of the forecast. */
export function poolQuantiles({ scores, days }: Pool): number[] {
	const sorted = Float64Array.from(scores).sort();
	return intervalQuantiles.map((p, i) => {
		if (days.size < enoughDays) return normal[i] ?? 0;
		const wider = 0.5 + (p - 0.5) * (1 + 1 / days.size);
		const rank = wider * (sorted.length - 1);
		const low = sorted[Math.max(0, Math.floor(rank))] ?? 0;
		const high = sorted[Math.min(sorted.length - 1, Math.ceil(rank))] ?? 0;
		const value = low + (high - low) * (rank - Math.floor(rank));
		return p < 0.5 ? Math.min(0, value) : Math.max(0, value);
	});
}

/** What slots have for themselves beside their day and chance, as a variance of logs. */
function shapeVariance(replayed: readonly ReplayedDay[], rest: Restlessness): number {
	let [excess, squares] = [0, 0];
	for (const { ahead, isSpecial, counts, byModel, load } of replayed) {
		if (ahead > 1 || isSpecial) continue;
		for (let slot = 0; slot < byModel.length; slot++) {
			const calls = byModel[slot] ?? 0;
			const count = counts[slot] ?? NaN;
			if (Number.isNaN(count)) continue;
			excess += (count - calls) ** 2 - calls - calls ** 2 * (load.variance + rest.day);
			squares += calls ** 2;
		}
	}
	return squares === 0 ? 0.01 : Math.min(Math.max(excess / squares, 0), 1);
}
