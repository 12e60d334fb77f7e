import type { Call } from '#model/call.ts';
import { walletYear } from './walletYear.ts';

/** No call of the demo waits and talks for longer. */
const longestMs = 4 * 3_600_000;

/**
 * What happens in the demo's queues from `fromAt` until just before `toAt`: the calls that came, were answered, ended or
 * were wrapped up, as they stand then. Told again and again, each time from where it ended, they come to the same as all
 * at once.
 */
export function walletNews({ seed, fromAt, toAt }: { seed: number; fromAt: number; toAt: number }): Call[] {
	if (toAt <= fromAt) return [];
	return [...walletYear({ seed, fromAt: fromAt - longestMs, toAt })].filter((call) => lastAt(call) >= fromAt);
}

/** When something was last known of a call. */
function lastAt({ enqueuedAt, answeredAt, endedAt, wrapSeconds }: Call): number {
	if (endedAt === null) return answeredAt ?? enqueuedAt;
	// Wrapping up is told in whole seconds.
	return wrapSeconds === null ? endedAt : endedAt + (wrapSeconds + 1) * 1000;
}
