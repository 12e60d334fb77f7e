/** Plain loops over rows of numbers: what the forecast spends its time in. Lengths must agree. */

/** `target += factor × source` */
export function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
	for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + factor * (source[i] ?? 0);
}

export function scale(target: Float64Array, factor: number): void {
	for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) * factor;
}

export function sum(values: Float64Array): number {
	let total = 0;
	for (let i = 0; i < values.length; i++) total += values[i] ?? 0;
	return total;
}

/** The middle value, between two the mean of them; NaN of none. */
export function median(values: readonly number[]): number {
	if (values.length === 0) return NaN;
	const sorted = values.length <= few.length ? sortFew(values) : Float64Array.from(values).sort();
	const half = values.length >> 1;
	const upper = sorted[half] ?? NaN;
	return values.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}

const few = new Float64Array(8);

/** Into `few`, by insertion: most medians here are of eight numbers. */
function sortFew(values: readonly number[]): Float64Array {
	for (let i = 0; i < values.length; i++) {
		const value = values[i] ?? NaN;
		let at = i;
		for (; at > 0 && (few[at - 1] ?? NaN) > value; at--) few[at] = few[at - 1] ?? NaN;
		few[at] = value;
	}
	return few;
}
