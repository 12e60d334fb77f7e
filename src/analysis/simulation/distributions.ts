import type { Random } from './random.ts';

/** One number from a distribution. */
export type Draw = (random: Random) => number;

/** Mean 0, standard deviation 1 (Box and Muller 1958). */
export const normal: Draw = (random) => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

export function exponential(mean: number): Draw {
	return (random) => -mean * Math.log(random());
}

/** By its own mean and its coefficient of variation (sd / mean), not those of its logarithm. */
export function lognormal(mean: number, variation: number): Draw {
	const variance = Math.log(1 + variation * variation);
	const sd = Math.sqrt(variance);
	const centre = Math.log(mean) - variance / 2;
	return (random) => Math.exp(centre + sd * normal(random));
}

export function poisson(mean: number): Draw {
	return (random) => poissonCount(random, mean);
}

function poissonCount(random: Random, mean: number): number {
	// Large means are split, because a sum of Poisson counts is one, and e^-mean must not vanish.
	if (mean > 32) return poissonCount(random, mean / 2) + poissonCount(random, mean / 2);
	const limit = Math.exp(-mean);
	let count = 0;
	for (let product = random(); product > limit; product *= random()) count++;
	return count;
}
