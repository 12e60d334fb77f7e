import type { Interval } from '#time/intervals.ts';

/**
 * Calls by the hour laid into slots that lie within the hours: each hour's calls in proportion to its slots' weights.
 * An hour whose slots all weigh 0 (all closed) gives nothing.
 */
export function splitHours(
	slots: Interval[],
	hours: (Interval & { calls: number })[],
	weightOf: (slot: Interval) => number
): number[] {
	const weights = slots.map(weightOf);
	const calls = slots.map(() => 0);
	for (const hour of hours) {
		const inside = slots.flatMap((slot, i) =>
			slot.startAt >= hour.startAt && slot.startAt < hour.endAt ? [i] : []
		);
		const total = inside.reduce((sum, i) => sum + (weights[i] ?? 0), 0);
		if (total > 0) for (const i of inside) calls[i] = (hour.calls * (weights[i] ?? 0)) / total;
	}
	return calls;
}
