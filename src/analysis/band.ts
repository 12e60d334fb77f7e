import { max, median, min } from 'd3';

/** Where the numbers of like days lay. */
export interface Band {
	low: number;
	median: number;
	high: number;
	/** How many days. */
	days: number;
}

const fewest = 3;

/** From the least to the most, and the middle; null for fewer than three days, which say nothing about a fourth. */
export function band(values: number[]): Band | null {
	if (values.length < fewest) return null;
	return { low: min(values) ?? 0, median: median(values) ?? 0, high: max(values) ?? 0, days: values.length };
}

export type Standing = 'unknown' | 'below' | 'usual' | 'above';

/** Whether a number is within the band of like days. */
export function standing(value: number, like: Band | null): Standing {
	if (!like) return 'unknown';
	if (value < like.low) return 'below';
	return value > like.high ? 'above' : 'usual';
}
