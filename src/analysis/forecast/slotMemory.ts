import { median } from './vector.ts';

/** The last counts of each slot of one kind of day, latest last; what nobody knows is left out. */
export class SlotMemory {
	readonly #last: number[][];
	readonly #length: number;
	/** Found since it last learned: asked for at every horizon. */
	readonly #found = new Map<number, Float64Array>();

	constructor(slots: number, length: number) {
		this.#last = Array.from({ length: slots }, () => []);
		this.#length = length;
	}

	/** Every count times `factor`. */
	learn(counts: Float64Array, factor = 1): void {
		this.#found.clear();
		counts.forEach((count, slot) => {
			const last = this.#last[slot];
			if (!last || Number.isNaN(count)) return;
			last.push(count * factor);
			if (last.length > this.#length) last.shift();
		});
	}

	/** The mean of the last so many; NaN where nothing is known. */
	means(count: number): Float64Array {
		return this.#remember(count, (last) => {
			const from = Math.max(0, last.length - count);
			let total = 0;
			for (let i = from; i < last.length; i++) total += last[i] ?? 0;
			return total / (last.length - from);
		});
	}

	/** The median of all that are remembered; NaN where nothing is known. */
	medians(): Float64Array {
		return this.#remember(0, median);
	}

	/** How many of the latest were zero, without a break. */
	silences(): Float64Array {
		return this.#remember(-1, (last) => last.length - 1 - last.findLastIndex((count) => count > 0));
	}

	#remember(key: number, of: (last: number[]) => number): Float64Array {
		const known = this.#found.get(key) ?? Float64Array.from(this.#last, of);
		this.#found.set(key, known);
		return known;
	}
}
