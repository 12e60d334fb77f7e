import { meanPatienceSeconds } from '#rollups/patience.ts';
import type { Tally } from '#rollups/tally.ts';

/** What Erlang needs to know of a queue beside its calls. */
export interface Service {
	/** Mean handling time, seconds. */
	ahtSeconds: number;
	/** Mean patience, seconds; null where too few have given up to tell. */
	patienceSeconds: number | null;
}

const fewestHandled = 30;

/** The mean handling time (metrics.md) and the mean patience of the callers of a sum; null for too few calls. */
export function learnService(tally: Tally): Service | null {
	const handledSeconds = tally.talkSeconds + tally.holdSeconds + tally.wrapSeconds;
	if (tally.handled < fewestHandled || handledSeconds <= 0) return null;
	return { ahtSeconds: handledSeconds / tally.handled, patienceSeconds: meanPatienceSeconds(tally) };
}
