/** Mean and standard deviation of a wait, in seconds. */
export interface WaitModel {
	mean: number;
	sd: number;
}

/**
 * The wait behind `ahead` callers where `rate` callers a second are answered and each of those who wait leaves at
 * `leaving` a second: QLm of Whitt (1999) and Ibrahim & Whitt (2009), the sum of the times until the next one goes,
 * which are exponential. To its variance comes what the model does not know: a quarter of the mean for the rate, 5 s for
 * the rest.
 */
export function waitModel(ahead: number, { rate, leaving }: { rate: number; leaving: number }): WaitModel {
	let mean = 0;
	let variance = 0;
	for (let i = 0; i <= ahead; i++) {
		const step = 1 / (rate + i * leaving);
		mean += step;
		variance += step * step;
	}
	return { mean, sd: Math.sqrt(variance + (mean / 4) ** 2 + 5 ** 2) };
}
