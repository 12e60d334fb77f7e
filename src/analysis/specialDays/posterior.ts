/** What is believed of effects after the days were seen: their means and how they vary together. */
export interface Posterior {
	mean: Float64Array;
	covariance: Float64Array[];
	/** How well the assumed spreads explain the days: the logarithm of their likelihood, but for a constant. */
	evidence: number;
}

/** A day as a sum of effects (their numbers), with what was left over the expectation and its variance. */
export interface EffectRow {
	effects: readonly number[];
	left: number;
	variance: number;
}

/**
 * Normal beliefs about effects (mean and variance each), and days that are sums of some of them: the normal equations
 * of Bayesian linear regression (Gelman et al., Bayesian Data Analysis, ch. 14), solved by Gauss and Jordan. Effects
 * are few, so the inverse is what we want anyway: its diagonal has the variances.
 */
export function posterior(
	prior: readonly { mean: number; variance: number }[],
	rows: readonly EffectRow[]
): Posterior {
	const size = prior.length;
	const precision = prior.map((_, i) => {
		const row = new Float64Array(size);
		row[i] = 1 / (prior[i]?.variance ?? 1);
		return row;
	});
	const pull = new Float64Array(size);
	let evidence = -0.5 * prior.reduce((sum, { variance }) => sum + Math.log(variance), 0);
	for (const { effects, left, variance } of rows) {
		const off = left - effects.reduce((sum, k) => sum + (prior[k]?.mean ?? 0), 0);
		evidence -= 0.5 * (Math.log(variance) + off ** 2 / variance);
		for (const i of effects) {
			pull[i] = (pull[i] ?? 0) + off / variance;
			const row = precision[i];
			if (row) for (const j of effects) row[j] = (row[j] ?? 0) + 1 / variance;
		}
	}
	const { inverse, logDeterminant } = inverted(precision);
	const shift = inverse.map((row) => row.reduce((sum, value, j) => sum + value * (pull[j] ?? 0), 0));
	evidence += 0.5 * shift.reduce((sum, value, i) => sum + value * (pull[i] ?? 0), 0) - 0.5 * logDeterminant;
	return {
		mean: Float64Array.from(shift, (value, i) => value + (prior[i]?.mean ?? 0)),
		covariance: inverse,
		evidence
	};
}

/** The inverse of a positive definite matrix, and the logarithm of its determinant. */
function inverted(matrix: readonly Float64Array[]): { inverse: Float64Array[]; logDeterminant: number } {
	const size = matrix.length;
	const work = matrix.map((row, i) => {
		const wide = new Float64Array(2 * size);
		wide.set(row);
		wide[size + i] = 1;
		return wide;
	});
	let logDeterminant = 0;
	work.forEach((pivotRow, k) => {
		const pivot = pivotRow[k] ?? 1;
		logDeterminant += Math.log(pivot);
		for (let j = 0; j < 2 * size; j++) pivotRow[j] = (pivotRow[j] ?? 0) / pivot;
		work.forEach((row, i) => {
			const factor = row[k] ?? 0;
			if (i === k || factor === 0) return;
			for (let j = k; j < 2 * size; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
		});
	});
	return { inverse: work.map((row) => row.slice(size)), logDeterminant };
}
