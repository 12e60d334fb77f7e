import type { Shifts } from './shifts.ts';
import { shares, waitQuantiles, type WaitQuantiles } from './waitQuantiles.ts';
import type { WaitModel } from './waitModel.ts';

/**
 * How waits lay about the model lately, in its standard deviations; its quantiles are those of the waits to come
 * (conformal prediction).
 */
export class Residuals {
	#lately: number[] = [];
	#sorted: number[] = [];
	#next = 0;
	get count(): number {
		return this.#lately.length;
	}

	/** Each read at its share and what the shifts add to it. */
	quantiles({ mean, sd }: WaitModel, shifts: Shifts[]): WaitQuantiles {
		return waitQuantiles((share) => {
			const level = shifts.reduce<number>((level, shift) => level + shift.of(share), shares[share]);
			return mean + sd * quantile(this.#sorted, Math.min(1, Math.max(0, level)));
		});
	}

	/** A wait that somebody had, where `model` had been foretold. */
	add(waitSeconds: number, model: WaitModel): void {
		const residual = (waitSeconds - model.mean) / model.sd;
		const oldest = this.#lately[this.#next];
		if (oldest !== undefined) this.#sorted.splice(place(this.#sorted, oldest), 1);
		this.#lately[this.#next] = residual;
		this.#next = (this.#next + 1) % windowLength;
		this.#sorted.splice(place(this.#sorted, residual), 0, residual);
	}
}

/** The 90th percentile of so many has a standard error of about one point of share. */
const windowLength = 600;

function quantile(sorted: number[], level: number): number {
	const rank = (sorted.length - 1) * level;
	const low = sorted[Math.floor(rank)] ?? 0;
	const high = sorted[Math.ceil(rank)] ?? 0;
	return low + (high - low) * (rank - Math.floor(rank));
}

/** Where the value is in the sorted list, or belongs. */
function place(sorted: number[], value: number): number {
	let from = 0;
	let to = sorted.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((sorted[middle] ?? Infinity) < value) from = middle + 1;
		else to = middle;
	}
	return from;
}
