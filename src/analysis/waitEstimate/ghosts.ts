import type { Prediction } from './calibration.ts';
import type { HeadStarts } from './headStarts.ts';
import type { Caller } from './waitEvent.ts';

interface Ghost {
	caller: Caller;
	prediction: Prediction;
}

/**
 * Callers who gave up, kept until it is seen when they would have been answered: when somebody behind them is. Leaving
 * them out would teach short waits only, since those who would have waited longest are the ones who leave.
 */
export class Ghosts {
	#ghosts: Ghost[] = [];

	add(caller: Caller, prediction: Prediction): void {
		this.#ghosts.push({ caller, prediction });
	}

	/** Takes out, with their waits, those whose turn it would have been when `answered` was; without one: those forgotten. */
	resolve(
		at: number,
		answered: Caller | null,
		order: HeadStarts
	): { prediction: Prediction; waitSeconds: number }[] {
		const resolved: { prediction: Prediction; waitSeconds: number }[] = [];
		this.#ghosts = this.#ghosts.filter(({ caller, prediction }) => {
			const waitSeconds = (at - caller.enqueuedAt) / 1000;
			const isTurn = answered !== null && (answered.enqueuedAt === at || order.isBefore(caller, answered));
			if (!isTurn && waitSeconds < longestSeconds) return true;
			resolved.push({ prediction, waitSeconds: Math.min(waitSeconds, longestSeconds) });
			return false;
		});
		return resolved;
	}
}

/** Half an hour after they came nobody behind them may be left to tell. */
const longestSeconds = 1800;
