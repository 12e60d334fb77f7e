import { horizonGroup, horizonGroups, type HorizonGroup } from './horizons.ts';
import type { Restlessness } from './levelFilter.ts';
import { mixed, type Mix } from './mix.ts';
import type { ReplayedDay } from './replay.ts';
import { intervalQuantiles, normal, poolQuantiles, smeared, type Pool, type Spread } from './spread.ts';

/**
 * Intervals of whole days, as `spreadOf` makes those of hours: the hours of a day are wrong together, so the quantiles
 * of a day are not the sums of those of its hours. Of a day that is known in part, that part is what is compared.
 */
export function totalSpreadOf(
	replayed: readonly ReplayedDay[],
	mixes: ReadonlyMap<HorizonGroup, Mix>,
	rest: Restlessness
): Spread {
	const unit = (calls: number, logVariance: number) =>
		Math.sqrt(calls + 0.25 + calls ** 2 * (logVariance + rest.day));
	const pools = new Map<HorizonGroup, Pool>();
	for (const day of replayed) {
		const group = horizonGroup(day.ahead);
		const mix = mixes.get(group);
		if (day.isSpecial || !mix) continue;
		let [expected, came] = [0, 0];
		mixed(day, mix).forEach((calls, slot) => {
			const count = day.counts[slot] ?? NaN;
			if (Number.isNaN(count)) return;
			expected += calls;
			came += count;
		});
		const pool = pools.get(group) ?? { scores: [], days: new Set<number>() };
		pools.set(group, pool);
		pool.scores.push((smeared(came, pool.scores.length) - expected) / unit(expected, day.load.variance));
		pool.days.add(day.day);
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
