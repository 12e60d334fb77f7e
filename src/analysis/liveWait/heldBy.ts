import type { TimedCall } from '../waitEstimate/callEvents.ts';
import { countHeld, noHeld, type HeldCounts } from './heldCounts.ts';
import type { ShownWait } from './shownNow.ts';

/** What was told from an instant on, until the next one; null: nothing. */
export interface ToldFrom {
	fromAt: number;
	shown: ShownWait | null;
}

/** How what was told held for these calls. `told` in order of time; before the first of it nobody was told anything. */
export function heldBy(calls: Iterable<TimedCall>, told: readonly ToldFrom[]): HeldCounts {
	const counts = noHeld();
	for (const call of calls) countHeld(counts, call, toldAt(told, call.enqueuedAt));
	return counts;
}

function toldAt(told: readonly ToldFrom[], at: number): ShownWait | null {
	let from = 0;
	let to = told.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((told[middle]?.fromAt ?? Infinity) <= at) from = middle + 1;
		else to = middle;
	}
	return told[from - 1]?.shown ?? null;
}
