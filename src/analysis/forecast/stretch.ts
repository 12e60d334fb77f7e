import { horizonGroup, type HorizonGroup } from './horizons.ts';

/** A day that had been forecast and has come since. */
export interface HeldDay {
	/** Days since 1970 of the day itself. */
	day: number;
	ahead: number;
	/** The share of its counts within the 80 % intervals, as they were given. */
	inside: number;
}

export type Stretch = Partial<Record<HorizonGroup, number>>;

/** A day without a single hit widens what follows by 13 %, one that is hit throughout narrows it by 3 %. */
const gain = 0.15;
const [narrowest, widest] = [0.6, 2];

/**
 * How much wider (above 1) or narrower intervals have to be than the replayed errors say, by group of horizons, from
 * the forecasts that were really given: adaptive conformal inference (Gibbs & Candès 2021; on the scale of the
 * scores as in Angelopoulos et al. 2023). The days in the order in which they came.
 * @param timesInGroup how often a day is among them in each group
 */
export function stretchOf(held: readonly HeldDay[], timesInGroup = horizonsIn): Stretch {
	const stretch: Stretch = {};
	for (const { ahead, inside } of held) {
		const group = horizonGroup(ahead);
		const next = (stretch[group] ?? 1) * Math.exp((gain * (0.8 - inside)) / timesInGroup[group]);
		stretch[group] = Math.min(Math.max(next, narrowest), widest);
	}
	return stretch;
}

/** A day comes once for each horizon of its group. */
const horizonsIn: Record<HorizonGroup, number> = { '1': 1, '2-5': 4, '6-10': 5, '11-14': 4, '15-28': 14 };
