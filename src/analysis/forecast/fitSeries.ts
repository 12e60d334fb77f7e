import { DayFollower } from './dayFollower.ts';
import { factorsOf, type Factors } from './factors.ts';
import type { ForecastCalendar } from './forecastDay.ts';
import { horizonGroup } from './horizons.ts';
import type { Restlessness } from './levelFilter.ts';
import { linePast } from './linePast.ts';
import type { LoadSeries } from './loadSeries.ts';
import { chooseMixes, mixed, type Mix } from './mix.ts';
import { mixedDays } from './mixedDays.ts';
import { naiveMethods, type NaiveMethod } from './naiveWeek.ts';
import { replay } from './replay.ts';
import { spreadOf } from './spread.ts';
import type { Stretch } from './stretch.ts';
import { totalSpreadOf } from './totalSpread.ts';
import { sum } from './vector.ts';

/** A day to come, by slot. */
export interface DayForecast {
	/** Days of the line after its last one; 0: the rest of that day. */
	ahead: number;
	method: Mix['method'];
	/** The expected calls, as likely to be exceeded as not. */
	calls: Float64Array;
	/** What a slot's calls stay under with probability `p`, one of `intervalQuantiles`. */
	under(slot: number, p: number): number;
	/** The same of a whole day, or of a part of it, that is expected to bring so many calls. */
	totalUnder(calls: number, p: number): number;
	/** Why; the product is the slot's calls. */
	factors(slot: number): Factors;
}

export interface FittedSeries {
	/** `day` since 1970, from the last of the series on. */
	day(day: number): DayForecast;
	/** Calls by slot; NaN where no same weekday has been seen. */
	naive(method: NaiveMethod, day: number): Float64Array;
	/** The weekday that a day was or will be like (`Factors.like`). */
	like(day: number): number;
	restlessness: Restlessness;
}

/** What earlier fits and forecasts of the same line have taught. */
export interface Learned {
	/** Of an earlier fit, for those who forecast daily and tune monthly. */
	restlessness?: Restlessness | null;
	/** From how the intervals given so far have held; those of whole days by themselves. */
	stretch?: Stretch;
	totalStretch?: Stretch;
}

/** Nothing is left of today's naive forecasts but what the model says of the rest of the day. */
const today: Mix = { method: 'offpeak', model: 1 };

/** Learns a series, and forecasts the days up to `lastDay`. */
export function fitSeries(
	series: LoadSeries,
	calendar: ForecastCalendar,
	lastDay: number,
	{ restlessness = null, stretch = {}, totalStretch = {} }: Learned = {}
): FittedSeries {
	const past = linePast(series, calendar, lastDay, restlessness);
	const { follower, replayed } = replay(series, past);
	const mixes = chooseMixes(replayed);
	const days = mixedDays(replayed, mixes);
	const spread = spreadOf(replayed, days, past.rest);
	const totalSpread = totalSpreadOf(days, past.rest);
	return {
		restlessness: past.rest,
		like: (day) => past.terms.of(day).like + 1,
		naive: (method, day) => follower.naive.expect(method, day),
		day(day) {
			const ahead = follower.nightsTo(day);
			const outlook = { ...follower.expect(day), naive: naiveOf(follower, day) };
			const mix = ahead === 0 ? today : (mixes.get(horizonGroup(ahead)) ?? today);
			const calls = mixed(outlook, mix);
			const dayCalls = sum(calls);
			const width = stretch[horizonGroup(ahead)] ?? 1;
			return {
				ahead,
				method: mix.method,
				calls,
				under: (slot, p) => spread(calls[slot] ?? 0, { logVariance: outlook.load.variance, ahead, p, width }),
				totalUnder: (total, p) =>
					totalSpread(total, {
						logVariance: outlook.load.variance,
						ahead,
						p,
						width: totalStretch[horizonGroup(ahead)] ?? 1
					}),
				factors: (slot) => factorsOf(follower, past.terms, day, { calls: calls[slot] ?? 0, dayCalls })
			};
		}
	};
}

function naiveOf(follower: DayFollower, day: number): Record<NaiveMethod, Float64Array> {
	const [seasonal_naive, mean_4, median_8] = naiveMethods.map((method) => follower.naive.expect(method, day));
	const none = new Float64Array(0);
	return { seasonal_naive: seasonal_naive ?? none, mean_4: mean_4 ?? none, median_8: median_8 ?? none };
}
