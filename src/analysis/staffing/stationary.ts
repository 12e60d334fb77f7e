/** Probabilities of the whole numbers from `first` on. */
export interface Distribution {
	first: number;
	shares: Float64Array;
}

/**
 * The distribution over 0, 1, 2, … whose neighbours are in the ratio `ratio(n)` = p(n) / p(n - 1), which falls with n.
 * Worked out from its peak to both sides as far as it counts, so nothing can overflow, and however large the numbers,
 * only some standard deviations of them are visited.
 */
export function stationary(peak: number, ratio: (n: number) => number): Distribution {
	const up: number[] = [];
	for (let n = peak + 1, share = ratio(n); share > negligible; share *= ratio(++n)) up.push(share);
	const down: number[] = [];
	for (let n = peak, share = 1 / ratio(n); n > 0 && share > negligible; share /= ratio(--n)) down.push(share);
	const shares = Float64Array.from([...down.reverse(), 1, ...up]);
	const total = shares.reduce((sum, share) => sum + share, 0);
	return { first: peak - down.length, shares: shares.map((share) => share / total) };
}

/** Of the largest share. Ratios fall, so all that is left out together is some 1e-16 of it where the peak is narrow. */
const negligible = 1e-18;
