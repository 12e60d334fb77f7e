import { dayNumber } from '#time/dates.ts';
import { wallTime } from '#time/zone.ts';
import type { Factors } from './factors.ts';
import { fitSeries, type DayForecast, type Learned } from './fitSeries.ts';
import { plainCalendar, type ForecastCalendar } from './forecastDay.ts';
import type { Restlessness } from './levelFilter.ts';
import { loadSeries, type LoadPoint } from './loadSeries.ts';
import type { NaiveMethod } from './naiveWeek.ts';

export interface ForecastOptions extends Learned {
	/** Default: no calendar, only weekdays. */
	calendar?: ForecastCalendar;
	/** How many days after the last one of the series may be asked for. Default 28. */
	horizonDays?: number;
}

/** Calls expected in one interval. Ends of intervals are quantiles, not rounded. */
export interface IntervalForecast {
	/** ms */
	startAt: number;
	/** Days of the line after the last one of the series; 0: the rest of that day. */
	ahead: number;
	/** A naive method where it has been better lately. */
	method: 'offpeak' | NaiveMethod;
	p10: number;
	p50: number;
	p90: number;
	interval50: [number, number];
	interval80: [number, number];
	interval95: [number, number];
	/** Why: the product of all factors is p50. */
	factors: Factors;
}

export interface Forecaster {
	/**
	 * The intervals that start at these instants, in the same order. A time of day that the line has never had brings
	 * 0. Throws a RangeError before the series' last day and beyond the horizon.
	 */
	forecast(startAts: readonly number[]): IntervalForecast[];
	/** The naive forecasts of the same intervals; null where no same weekday has been seen. */
	naive(method: NaiveMethod, startAts: readonly number[]): (number | null)[];
	restlessness: Restlessness;
}

/**
 * Learns a line's load from its past: points in any order, one an interval, all of equal length (an hour, half an
 * hour); what nobody knows is null or missing. `docs/forecasting.md` tells the method. Throws
 * `no load to learn from` without a single known point.
 */
export function fitForecast(
	zone: string,
	points: readonly LoadPoint[],
	{ calendar = plainCalendar, horizonDays = 28, ...learned }: ForecastOptions = {}
): Forecaster {
	const series = loadSeries(zone, points);
	const last = series.days.at(-1)?.day;
	if (last === undefined || points.every(({ offered }) => offered === null))
		throw new RangeError('no load to learn from');
	const fitted = fitSeries(series, calendar, last + horizonDays, learned);
	const slotOf = new Map(series.minutes.map((minute, slot) => [minute, slot]));
	const place = (startAt: number) => {
		const { date, hour, minute } = wallTime(zone, startAt);
		return { day: dayNumber(date), slot: slotOf.get(hour * 60 + minute) ?? null };
	};
	const known = new Map<number, DayForecast>();
	const dayOf = (day: number): DayForecast => {
		if (day < last || day > last + horizonDays) throw new RangeError(`no forecast ${day - last} days ahead`);
		const made = known.get(day) ?? fitted.day(day);
		known.set(day, made);
		return made;
	};
	return {
		restlessness: fitted.restlessness,
		forecast: (startAts) =>
			startAts.map((startAt) => {
				const { day, slot } = place(startAt);
				return intervalOf(startAt, dayOf(day), slot);
			}),
		naive: (method, startAts) =>
			startAts.map((startAt) => {
				const { day, slot } = place(startAt);
				const calls = slot === null ? 0 : fitted.naive(method, day)[slot];
				return calls === undefined || Number.isNaN(calls) ? null : calls;
			})
	};
}

function intervalOf(startAt: number, day: DayForecast, slot: number | null): IntervalForecast {
	const under = (p: number) => (slot === null ? 0 : day.under(slot, p));
	const [p10, p90] = [under(0.1), under(0.9)];
	return {
		startAt,
		ahead: day.ahead,
		method: day.method,
		p10,
		p50: slot === null ? 0 : (day.calls[slot] ?? 0),
		p90,
		interval50: [under(0.25), under(0.75)],
		interval80: [p10, p90],
		interval95: [under(0.025), under(0.975)],
		factors: slot === null ? { ...day.factors(0), share: 0 } : day.factors(slot)
	};
}
