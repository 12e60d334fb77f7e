import { poisson } from './distributions.ts';
import type { Random } from './random.ts';

/** A stretch of time with one rate of arrivals, such as a quarter hour. Instants in ms. */
export interface Slot {
	startAt: number;
	endAt: number;
	/** Mean number of calls in it. */
	expected: number;
}

/**
 * Instants of a Poisson process whose rate is constant within each slot, in order. Given how many
 * came in a slot, they lie in it like so many independent uniform instants, sorted.
 */
export function* arrivalTimes(random: Random, slots: Iterable<Slot>): Generator<number, void, undefined> {
	for (const { startAt, endAt, expected } of slots) {
		const count = poisson(expected)(random);
		const times = Array.from({ length: count }, () => startAt + random() * (endAt - startAt));
		yield* times.sort((a, b) => a - b);
	}
}
