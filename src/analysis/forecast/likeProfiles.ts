import { restGoesOn, type DayTerms } from './dayTerms.ts';
import type { DayTotal } from './dayTotals.ts';
import type { LoadDay } from './loadSeries.ts';
import { addScaled, scale, sum } from './vector.ts';
import type { WeekShape } from './weekShape.ts';

/** The mean share of a day's calls that each slot has, by weekday (0 to 6) and for a rest that goes on (7). */
export interface LikeProfiles {
	shares: Float64Array[];
	/** What is believed of the log of a day's calls, less the middle weekday's, by the same index. */
	logLoads: number[];
}

/** Shapes change with clocks, opening hours and seasons: after four weeks a day says half as much. */
const halfLifeDays = 28;
/** From here on, in minutes, an evening belongs to the next day where holidays begin at sunset. */
const sunsetMinute = 18 * 60;
/** Weekdays whose logs of calls differ by this have little to learn from each other's shape. */
const likeLoad = 0.3;
/** A weekday that was not seen at all takes the shape of any other rather than none. */
const unlikeWeight = 1e-6;

interface ShapedDays {
	days: readonly LoadDay[];
	/** Of the slots, after 00:00. */
	minutes: readonly number[];
	/** Of the same days. */
	totals: readonly (DayTotal | null)[];
}

/**
 * Shapes of weekdays, each lent by weekdays of similar load (workdays by workdays, the quiet ones by the quiet
 * ones): what a weekday's own shape is pulled towards.
 */
export function likeProfiles(
	{ days, minutes, totals }: ShapedDays,
	termsOf: (day: number) => Pick<DayTerms, 'like' | 'isSpecial'>,
	{ relative, rest, eveOfRest }: WeekShape
): LikeProfiles {
	const lastDay = days.at(-1)?.day ?? 0;
	const [sums, known] = [emptyLikes(minutes.length), emptyLikes(minutes.length)];
	days.forEach(({ day, counts }, i) => {
		const { like, isSpecial } = termsOf(day);
		const calls = totals[i]?.calls ?? 0;
		const [into, knownOf] = [sums[like], known[like]];
		if (isSpecial || !into || !knownOf || calls === 0) return;
		const weight = 0.5 ** ((lastDay - day) / halfLifeDays);
		counts.forEach((count, slot) => {
			if (Number.isNaN(count)) return;
			into[slot] = (into[slot] ?? 0) + (weight * count) / calls;
			knownOf[slot] = (knownOf[slot] ?? 0) + weight;
		});
	});
	const seen = sums.map((shares) => sum(shares));
	const shares = relative.map((load) => {
		const [pooled, weights] = [new Float64Array(minutes.length), new Float64Array(minutes.length)];
		sums.forEach((of, other) => {
			const unlike = (load - (relative[other] ?? 0)) / likeLoad;
			const weight = Math.max(Math.exp(-0.5 * unlike ** 2), unlikeWeight);
			addScaled(pooled, of, weight);
			addScaled(weights, known[other] ?? of, weight);
		});
		pooled.forEach((share, slot) => (pooled[slot] = share / (weights[slot] || 1)));
		scale(pooled, 1 / (sum(pooled) || 1));
		return pooled;
	});
	if (rest === null || eveOfRest === null || (seen[rest] ?? 0) === 0)
		return { shares: [...shares, new Float64Array(minutes.length)], logLoads: [...relative, 0] };

	const goesOn = minutes.map((minute, slot) => {
		const like = minute < sunsetMinute ? rest : eveOfRest;
		return (shares[like]?.[slot] ?? 0) * Math.exp(relative[like] ?? 0);
	});
	const total = sum(Float64Array.from(goesOn)) || 1;
	shares[restGoesOn] = Float64Array.from(goesOn, (calls) => calls / total);
	return { shares, logLoads: [...relative, Math.log(total)] };
}

function emptyLikes(slots: number): Float64Array[] {
	return Array.from({ length: 7 }, () => new Float64Array(slots));
}
