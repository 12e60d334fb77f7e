import type { WaitMinutes } from '#model/publicAnswer.ts';
import { publicMinutes, publicStep } from '../publicSteps.ts';

/** A shown step goes down only when the wait is so far below it that it will not be back with the next call. */
const downShare = 0.85;

/**
 * What is shown of a wait after `shown`: the public steps, up as soon as the wait is above what is shown, down only
 * when it lies 15 % below the lower step. So what is shown is never less than the estimate, and an estimate that stays
 * about a border does not flicker.
 */
export function steadyWait(
	shown: WaitMinutes | null,
	{ medianSeconds, p80Seconds }: { medianSeconds: number; p80Seconds: number }
): WaitMinutes {
	return {
		half_under: steadyStep(shown && shown.half_under, medianSeconds * 1000, shown === null),
		most_under: steadyStep(shown && shown.most_under, p80Seconds * 1000, shown === null)
	};
}

function steadyStep(shown: number | null, waitMs: number, first: boolean): number | null {
	const up = publicStep(waitMs);
	if (first || rank(up) > rank(shown)) return up;
	const down = publicStep(waitMs / downShare);
	return rank(down) < rank(shown) ? down : shown;
}

/** The place among the steps; more than an hour is the last. */
function rank(minutes: number | null): number {
	return minutes === null ? publicMinutes.length : publicMinutes.findIndex((step) => step === minutes);
}
