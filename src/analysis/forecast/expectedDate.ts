import type { DayReasons, ExpectedCalls, ForecastDate } from '#model/forecast.ts';
import { dateOfDay } from '#time/dates.ts';
import { intervals } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import type { DayForecast, FittedSeries } from './fitSeries.ts';

export interface ExpectedDateOptions {
	zone: string;
	/** ms */
	madeAt: number;
	/** Days since 1970. */
	day: number;
	/** The day before the first that lies ahead, days since 1970. */
	lastDay: number;
	/** Slots that are closed on a date. */
	isSilent: (date: string, slot: number) => boolean;
	/** Of a day that has begun: calls by slot, NaN where they are not known; and what was expected in the morning. */
	begun?: { counts: Float64Array; morning: ForecastDate | null };
}

/** A day's forecast as it is stored and shown, hour by hour of the zone's clock, as yet without waits and agents. */
export function expectedDate(
	fitted: FittedSeries,
	{ zone, madeAt, day, lastDay, isSilent, begun }: ExpectedDateOptions
): ForecastDate {
	const date = dateOfDay(day);
	const forecast = fitted.day(day);
	const { share: _, ...factors } = forecast.factors(0);
	const reasons: DayReasons = { ...factors, method: forecast.method };
	const open = forecast.calls.map((calls, slot) => (isSilent(date, slot) ? 0 : calls));
	const dayCalls = open.reduce((sum, calls) => sum + calls, 0);
	const before = new Map(begun?.morning?.hours.map((hour) => [hour.startAt, hour]));
	const hours = intervals(zone, dayStart(zone, date), dayStart(zone, addDays(date, 1)), 'hour');
	return {
		date,
		madeAt,
		ahead: day - lastDay,
		...expectedTotal(forecast, open, begun?.counts),
		reasons,
		hours: hours.map(({ startAt }) => {
			const slot = wallTime(zone, startAt).hour;
			const calls = open[slot] ?? 0;
			const isOver = begun !== undefined && !Number.isNaN(begun.counts[slot] ?? NaN);
			const known = isOver ? before.get(startAt) : undefined;
			if (known) return known;
			return {
				startAt,
				offered: quantiles(calls, (p) => (calls === 0 ? 0 : forecast.under(slot, p))),
				waitP50Seconds: null,
				agents: null,
				reasons: { ...reasons, share: dayCalls === 0 ? 0 : calls / dayCalls }
			};
		})
	};
}

function expectedTotal(
	forecast: DayForecast,
	calls: Float64Array,
	counts?: Float64Array
): Pick<ForecastDate, 'soFar' | 'offered'> {
	let [soFar, rest] = [0, 0];
	calls.forEach((expected, slot) => {
		const count = counts?.[slot] ?? NaN;
		if (Number.isNaN(count)) rest += expected;
		else soFar += count;
	});
	return {
		soFar: counts ? soFar : null,
		offered: quantiles(soFar + rest, (p) => soFar + (rest === 0 ? 0 : forecast.totalUnder(rest, p)))
	};
}

function quantiles(p50: number, under: (p: number) => number): ExpectedCalls {
	return {
		p10: under(0.1),
		p50,
		p90: under(0.9),
		interval50: [under(0.25), under(0.75)],
		interval95: [under(0.025), under(0.975)]
	};
}
