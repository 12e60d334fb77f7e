import { addScaled, scale, sum } from './vector.ts';

/** After so many days of its kind a day counts half: hours that were moved, shapes that move with the sunset, and those that stay. */
const halfLives = [1, 3, 12];
/** The pooled shape counts as much as so many days. */
const pooledDays = 2;
/** Which of them has been closer, over about so many days of the kind. */
const judgedDays = 12;

/**
 * The share of a day's calls that each slot has, as learned from the days of one kind so far: by memories of
 * several lengths, the one that has been closer of late having more to say.
 */
export class ProfileMemory {
	/** Sums to 1 where there are any calls. */
	readonly shares: Float64Array;
	readonly #pooled: Float64Array;
	readonly #memories: Memory[];

	constructor(pooled: Float64Array) {
		this.#pooled = pooled;
		this.shares = Float64Array.from(pooled);
		this.#memories = halfLives.map((days) => ({
			kept: 0.5 ** (1 / days),
			days: 0,
			sums: new Float64Array(pooled.length),
			shares: Float64Array.from(pooled),
			loss: 0
		}));
	}

	/** What is known of a day is taken for as much of it as that usually is. NaN: not known. */
	learn(counts: Float64Array): void {
		const known = this.shareKnown(counts);
		let calls = 0;
		for (const count of counts) if (!Number.isNaN(count)) calls += count;
		if (calls <= 0 || known <= 0) return;
		const seen = counts.map((count, slot) =>
			Number.isNaN(count) ? (this.shares[slot] ?? 0) : (count / calls) * known
		);
		for (const memory of this.#memories) this.#remember(memory, seen);
		this.#mix();
	}

	/** The share of a day's calls that usually come in the slots that are known. */
	shareKnown(counts: Float64Array): number {
		let known = 0;
		counts.forEach((count, slot) => {
			if (!Number.isNaN(count)) known += this.shares[slot] ?? 0;
		});
		return known;
	}

	#remember(memory: Memory, seen: Float64Array): void {
		let loss = 0;
		seen.forEach((share, slot) => (loss += (share - (memory.shares[slot] ?? 0)) ** 2));
		memory.loss = memory.loss * (1 - 1 / judgedDays) + loss;
		memory.days = memory.days * memory.kept + 1;
		scale(memory.sums, memory.kept);
		addScaled(memory.sums, seen, 1);
		memory.shares.set(memory.sums);
		addScaled(memory.shares, this.#pooled, pooledDays);
		scale(memory.shares, 1 / (sum(memory.shares) || 1));
	}

	/** By the inverse of the squared losses: 10 % closer says 20 % more. */
	#mix(): void {
		const weights = this.#memories.map(({ loss }) => 1 / (loss + 1e-12) ** 2);
		const total = weights.reduce((all, weight) => all + weight, 0);
		this.shares.fill(0);
		this.#memories.forEach(({ shares }, i) => addScaled(this.shares, shares, (weights[i] ?? 0) / total));
	}
}

interface Memory {
	/** What is left of a day when the next one comes. */
	kept: number;
	days: number;
	sums: Float64Array;
	shares: Float64Array;
	loss: number;
}
