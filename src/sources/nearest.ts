/** Something at a place in time that only one other thing can belong to. */
export interface Placed {
	at: number;
	taken: boolean;
}

/**
 * Takes what lies nearest to `target` among what is not taken yet, at most `within` away, the later of two equally
 * near; null when there is none. `placed` is in ascending order.
 */
export function takeNearest<T extends Placed>(
	placed: T[],
	target: number,
	within: number,
	fits: (one: T) => boolean
): T | null {
	let nearest: T | null = null;
	for (let i = firstFrom(placed, target - within); i < placed.length; i++) {
		const one = placed[i];
		if (one === undefined || one.at > target + within) break;
		if (one.taken || !fits(one)) continue;
		if (nearest === null || Math.abs(one.at - target) <= Math.abs(nearest.at - target)) nearest = one;
	}
	if (nearest) nearest.taken = true;
	return nearest;
}

/** Whether anything that fits lies at most `within` away from `target`. */
export function isNear<T extends { at: number }>(
	placed: T[],
	target: number,
	within: number,
	fits: (one: T) => boolean
): boolean {
	for (let i = firstFrom(placed, target - within); i < placed.length; i++) {
		const one = placed[i];
		if (one === undefined || one.at > target + within) return false;
		if (fits(one)) return true;
	}
	return false;
}

/** The place of the first that is not before `from`; `placed` is in ascending order. */
export function firstFrom(placed: { at: number }[], from: number): number {
	let low = 0;
	let high = placed.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((placed[middle]?.at ?? Infinity) < from) low = middle + 1;
		else high = middle;
	}
	return low;
}
