import { shares, waitQuantiles, type WaitQuantiles } from './waitQuantiles.ts';
import type { WaitModel } from './waitModel.ts';

/**
 * How waits lay about the model lately, in its standard deviations; its quantiles are those of the waits to come
 * (conformal prediction). Each quantile's level is moved by every outcome, so that in the long run it holds as often as
 * it says even where waits change (adaptive conformal inference, Gibbs & Candès 2021).
 */
export class Residuals {
	#lately: number[] = [];
	#sorted: number[] = [];
	#next = 0;
	#outcomes = 0;
	#levels: Record<keyof typeof shares, number> = { ...shares };

	get count(): number {
		return this.#lately.length;
	}

	quantiles({ mean, sd }: WaitModel): WaitQuantiles {
		return waitQuantiles((share) => mean + sd * quantile(this.#sorted, this.#levels[share]));
	}

	/** A wait that somebody had, where `model` and `said` had been foretold. */
	add(waitSeconds: number, { model, said }: Foretold): void {
		const residual = (waitSeconds - model.mean) / model.sd;
		const oldest = this.#lately[this.#next];
		if (oldest !== undefined) this.#sorted.splice(place(this.#sorted, oldest), 1);
		this.#lately[this.#next] = residual;
		this.#next = (this.#next + 1) % windowLength;
		this.#sorted.splice(place(this.#sorted, residual), 0, residual);
		this.adjust(waitSeconds, said, 1);
	}

	/** Moves the levels by an outcome of some weight. */
	adjust(waitSeconds: number, said: WaitQuantiles, weight: number): void {
		this.#outcomes++;
		const step = weight * Math.max(leastStep, firstStep / Math.sqrt(this.#outcomes));
		for (const share of names) {
			const missed = shares[share] - (waitSeconds <= said[share] ? 1 : 0);
			this.#levels[share] = Math.min(highest, Math.max(lowest, this.#levels[share] + step * missed));
		}
	}
}

export interface Foretold {
	model: WaitModel;
	said: WaitQuantiles;
}

const names = ['p10', 'median', 'p80', 'p90'] as const;

/** The 90th percentile of so many has a standard error of about one point of share. */
const windowLength = 600;
/** Steps shrink from a tenth as more is known (Angelopoulos, Barber & Bates 2024), to one that still follows changes. */
const firstStep = 0.1;
const leastStep = 0.01;
/** Beyond, a level would be that of the one largest or smallest residual. */
const lowest = 0.002;
const highest = 0.998;

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
