import type { WaitEnds } from '#analysis/waitEnds.ts';
import type { Tally } from '#rollups/tally.ts';
import { binUpperSeconds, exactSeconds } from '#rollups/waitBins.ts';
import { callersByBin } from '#rollups/waits.ts';

/**
 * When the waits of answered and abandoned callers ended, out of the packed counts of rollups: to the second up to two
 * minutes where all waits are whole seconds, else to a second or 1/120.
 */
export function waitEndsOf({ waits, splitSeconds }: Pick<Tally, 'waits' | 'splitSeconds'>): WaitEnds[] {
	return callersByBin(waits).map(({ bin, answered, abandoned }) => ({
		seconds: binUpperSeconds(bin),
		answered,
		abandoned,
		exact: bin === 0 || (bin <= exactSeconds && splitSeconds === 0)
	}));
}
