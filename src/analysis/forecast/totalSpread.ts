import { horizonGroup, horizonGroups, type HorizonGroup } from './horizons.ts';
import type { Restlessness } from './levelFilter.ts';
import type { MixedDay } from './mixedDays.ts';
import { intervalQuantiles, normal, poolQuantiles, smeared, Pool, type Spread } from './spread.ts';

/**
 * Intervals of whole days, as `spreadOf` makes those of hours: the hours of a day are wrong together, so the quantiles
 * of a day are not the sums of those of its hours. Of a day that is known in part, that part is what is compared.
 */
export function totalSpreadOf(days: readonly MixedDay[], rest: Restlessness): Spread {
	const unit = (calls: number, logVariance: number) =>
		Math.sqrt(calls + 0.25 + calls ** 2 * (logVariance + rest.day));
	const pools = new Map<HorizonGroup, Pool>();
	for (const { day, group, logVariance, expected, counts } of days) {
		let [calls, came] = [0, 0];
		for (let slot = 0; slot < expected.length; slot++) {
			const count = counts[slot] ?? NaN;
			if (Number.isNaN(count)) continue;
			calls += expected[slot] ?? 0;
			came += count;
		}
		const pool = pools.get(group) ?? new Pool();
		pools.set(group, pool);
		pool.add(day, (smeared(came, pool.scores.length) - calls) / unit(calls, logVariance));
	}
	const quantiles = new Map([...pools].map(([group, pool]) => [group, poolQuantiles(pool)]));
	return (calls, { logVariance, ahead, p, width }) => {
		const i = intervalQuantiles.findIndex((q) => q === p);
		const shorter = horizonGroups.slice(0, horizonGroups.indexOf(horizonGroup(ahead)) + 1).toReversed();
		const seen = shorter.find((group) => quantiles.has(group));
		const z = (seen === undefined ? normal : quantiles.get(seen))?.[i] ?? NaN;
		return Math.max(0, calls + z * width * unit(calls, logVariance));
	};
}
