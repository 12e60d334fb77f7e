import { shares, type WaitQuantiles } from './waitQuantiles.ts';

/**
 * By how much the quantiles of one kind of callers are read above or below their shares. Every outcome moves them, so
 * that in the long run each holds as often as it says, even where waits change (adaptive conformal inference, Gibbs &
 * Candès 2021). A caller of several kinds has the sum of their shifts, and then it holds for each of the kinds.
 */
export class Shifts {
	#outcomes = 0;
	#shifts: WaitQuantiles = { p10: 0, median: 0, p80: 0, p90: 0 };

	of(share: keyof WaitQuantiles): number {
		return this.#shifts[share];
	}

	/** A wait that somebody had to whom `said` had been foretold. */
	adjust(waitSeconds: number, said: WaitQuantiles, weight: number): void {
		this.#outcomes++;
		const step = weight * Math.max(leastStep, firstStep / Math.sqrt(this.#outcomes));
		for (const share of names) {
			const missed = shares[share] - (waitSeconds <= said[share] ? 1 : 0);
			this.#shifts[share] = Math.min(1, Math.max(-1, this.#shifts[share] + step * missed));
		}
	}
}

const names = ['p10', 'median', 'p80', 'p90'] as const;

/** Steps shrink from a tenth as more is known (Angelopoulos, Barber & Bates 2024), to one that still follows changes: two kinds
 * together move by a hundredth. */
const firstStep = 0.1;
const leastStep = 0.005;
