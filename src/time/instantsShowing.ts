import { offsetMs } from './offsets.ts';

const dayMs = 86_400_000;

/**
 * The instants at which a zone's clock shows a wall time, written as if it were UTC, in ascending order: two in the
 * hour that comes twice when clocks go back. Of a time that the clock skips, the instant it would have been.
 */
export function instantsShowing(zone: string, local: number): number[] {
	// No zone is a day away from UTC, so a day to either side is surely before and after a change.
	const before = local - offsetMs(zone, local - dayMs);
	const after = local - offsetMs(zone, local + dayMs);
	const shown = [...new Set([before, after])].filter((at) => at + offsetMs(zone, at) === local);
	return shown.length > 0 ? shown.sort((a, b) => a - b) : [before];
}
