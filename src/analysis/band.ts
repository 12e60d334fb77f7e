import { ascending, deviation, mean, quantileSorted } from 'd3';

/** Where the numbers of like days lay. */
export interface Band {
	low: number;
	median: number;
	high: number;
	/** How many days. */
	days: number;
}

/** Fewer days say nothing about another. */
export const fewestDays = 3;

/** From the least to the most, and the middle; null for fewer than three days. */
export function band(values: number[]): Band | null {
	if (values.length < fewestDays) return null;
	const sorted = [...values].sort(ascending);
	return {
		low: sorted[0] ?? 0,
		median: quantileSorted(sorted, 0.5) ?? 0,
		high: sorted.at(-1) ?? 0,
		days: values.length
	};
}

/** `rather_…`: outside of what was seen, but no further than chance takes one day in twenty. */
export type Standing = 'unknown' | 'below' | 'rather_below' | 'usual' | 'rather_above' | 'above';

/** Student's t, 97.5 %, for 2, 3, … degrees of freedom: with so few days the normal 1.96 would cry wolf. */
const student = [4.303, 3.182, 2.776, 2.571, 2.447, 2.365];

/**
 * Where a number stands against those of like days. One more day like the others lies outside of the range of eight
 * in two cases of nine, so being outside is not enough: `above` and `below` are also outside of the 95 % prediction
 * interval, mean ± t · s · √(1 + 1/n), with s no less than that of calls that come independently (√mean).
 */
export function standing(value: number, values: number[]): Standing {
	const like = band(values);
	if (!like) return 'unknown';
	if (value >= like.low && value <= like.high) return 'usual';
	const middle = mean(values) ?? 0;
	const spread = Math.max(deviation(values) ?? 0, Math.sqrt(middle));
	const t = student[values.length - fewestDays] ?? 2.3;
	const surprising = Math.abs(value - middle) > t * spread * Math.sqrt(1 + 1 / values.length);
	if (value < like.low) return surprising ? 'below' : 'rather_below';
	return surprising ? 'above' : 'rather_above';
}
