import { horizonGroup, type HorizonGroup } from './horizons.ts';
import { mixed, type Mix } from './mix.ts';
import type { ReplayedDay } from './replay.ts';

/** A replayed day as it would have been forecast: what intervals are learned from. */
export interface MixedDay {
	/** Days since 1970. */
	day: number;
	group: HorizonGroup;
	logVariance: number;
	/** Calls by slot, expected and come; NaN where nobody knows. */
	expected: Float64Array;
	counts: Float64Array;
}

/** Special days are left out: their errors are of another kind. */
export function mixedDays(
	replayed: readonly ReplayedDay[],
	mixes: ReadonlyMap<HorizonGroup, Mix>
): MixedDay[] {
	return replayed.flatMap((replay) => {
		const group = horizonGroup(replay.ahead);
		const mix = mixes.get(group);
		if (replay.isSpecial || !mix) return [];
		const { day, counts, load } = replay;
		return [{ day, group, counts, logVariance: load.variance, expected: mixed(replay, mix) }];
	});
}
