/** A stretch of today in which callers were served worse than the target asks for. */
export interface BelowTarget {
	/** The places of its first slot, and of the one after its last. */
	from: number;
	to: number;
	/** It lasts until now. */
	ongoing: boolean;
	/** Of so many callers the share that was served in time. */
	callers: number;
	share: number;
	/** So many more would have had to be. */
	missed: number;
}

/** In time, and of how many (the two parts of a service level). */
export type ServedSlot = readonly [inTime: number, callers: number];

/** What ended within the last slots is still so. */
const lastSlots = 2;
const leastCallers = 10;
const leastMissed = 3;

/**
 * The stretch that lost most against the target: the greatest sum of (target · callers − in time) over neighbouring
 * slots, by Kadane's scan. Null where it is too small to be worth a sentence.
 */
export function belowTarget(slots: readonly ServedSlot[], target: number): BelowTarget | null {
	let best = { from: 0, to: 0, missed: 0 };
	let from = 0;
	let missed = 0;
	slots.forEach(([inTime, callers], i) => {
		if (missed <= 0) [from, missed] = [i, 0];
		missed += target * callers - inTime;
		if (missed > best.missed) best = { from, to: i + 1, missed };
	});
	const inside = slots.slice(best.from, best.to);
	const callers = inside.reduce((sum, slot) => sum + slot[1], 0);
	if (callers < leastCallers || best.missed < leastMissed) return null;
	const share = inside.reduce((sum, slot) => sum + slot[0], 0) / callers;
	const later = slots.slice(best.to);
	const ongoing = later.filter((slot) => slot[1] > 0).length <= lastSlots;
	return { ...best, ongoing, callers, share };
}
