import type { Effect } from './kindEffects.ts';
import { studentQuantile } from './studentQuantile.ts';

/** A figure between the ends of its 80 % interval. */
export interface Interval80 {
	value: number;
	low: number;
	high: number;
}

/** The quantile at the upper end of the interval. */
export const p80 = 0.9;

/** An effect on a scale that `back` leads back from. */
export function interval80({ mean, sd, degrees }: Effect, back: (scaled: number) => number): Interval80 {
	const wide = studentQuantile(p80, degrees) * sd;
	return { value: back(mean), low: back(mean - wide), high: back(mean + wide) };
}
