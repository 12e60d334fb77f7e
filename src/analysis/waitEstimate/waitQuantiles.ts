import type { WaitModel } from './waitModel.ts';

/** Shares of callers, and the wait that each share does not exceed. */
export const shares = { p10: 0.1, median: 0.5, p80: 0.8, p90: 0.9 } as const;

/** Seconds, from low to high. */
export type WaitQuantiles = Record<keyof typeof shares, number>;

/** Each a value of its own, put right where chance has crossed them, and never below 0. */
export function waitQuantiles(at: (share: keyof typeof shares) => number): WaitQuantiles {
	const p10 = Math.max(0, at('p10'));
	const median = Math.max(p10, at('median'));
	const p80 = Math.max(median, at('p80'));
	return { p10, median, p80, p90: Math.max(p80, at('p90')) };
}

/** By the model alone: lognormal, which is never negative and skewed as waits are. */
export function modelQuantiles({ mean, sd }: WaitModel): WaitQuantiles {
	const variance = Math.log(1 + (sd / mean) ** 2);
	const centre = Math.log(mean) - variance / 2;
	return waitQuantiles((share) => Math.exp(centre + Math.sqrt(variance) * normalQuantiles[share]));
}

const normalQuantiles = { p10: -1.28155, median: 0, p80: 0.84162, p90: 1.28155 };
