import type { Tally } from './tally.ts';
import { waitedMs } from './waits.ts';

/**
 * How long callers are patient, as the mean in seconds of an exponential patience: all time waited over those who gave
 * up, which is its most likely value when the others' patience is only known to be longer than their wait (censored
 * data; Brown et al. 2005). Waits of abandoned callers are the middle of their bin. null with fewer than `least` of them.
 */
export function meanPatienceSeconds({ abandoned, answeredWaitMs, waits }: Tally, least = 30): number | null {
	if (abandoned < least) return null;
	return (answeredWaitMs + waitedMs(waits, 'abandoned')) / 1000 / abandoned;
}
