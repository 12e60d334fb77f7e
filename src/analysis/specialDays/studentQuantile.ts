/**
 * The quantile of Student's t above the middle for a share `p` (0.5..1) and degrees of freedom (3 or more), by the
 * expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5): within 1 % up to p = 0.9995 from 6 degrees on.
 */
export function studentQuantile(p: number, degrees: number): number {
	const z = normalQuantile(p);
	const terms = [
		(z ** 3 + z) / 4,
		(5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
		(3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
	];
	return terms.reduce((sum, term, i) => sum + term / degrees ** (i + 1), z);
}

/** Of the normal distribution, above the middle (Abramowitz and Stegun 26.2.23): within 0.00045. */
export function normalQuantile(p: number): number {
	const t = Math.sqrt(-2 * Math.log(1 - p));
	const above = 2.515517 + 0.802853 * t + 0.010328 * t * t;
	return t - above / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
}
