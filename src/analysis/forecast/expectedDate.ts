import type { DayReasons, ExpectedCalls, ForecastDate } from '#model/forecast.ts';
import { dateOfDay } from '#time/dates.ts';
import { intervals } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import type { DayForecast, FittedSeries } from './fitSeries.ts';
import { sum } from './vector.ts';

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
	begun?: BegunDay;
}

/** A day some hours of which are over: what is still to come is in the others, whatever was learned from these. */
export interface BegunDay {
	/** The first hour of the clock that is not over. */
	untilHour: number;
	/** Calls before that. */
	calls: number;
	/** What was expected of the hours that are over. */
	before: ForecastDate;
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
	const dayCalls = sum(open);
	const before = new Map(begun?.before.hours.map((hour) => [hour.startAt, hour]));
	const untilHour = begun?.untilHour ?? 0;
	const endAt = dayStart(zone, addDays(date, 1));
	const hours = intervals(zone, dayStart(zone, date), endAt, 'hour').map(({ startAt }) => ({
		startAt,
		slot: wallTime(zone, startAt).hour
	}));
	const untilAt = hours.find(({ slot }) => slot >= untilHour)?.startAt ?? endAt;
	return {
		date,
		madeAt,
		ahead: begun ? 0 : day - lastDay,
		soFar: begun ? { calls: begun.calls, untilAt } : null,
		offered: expectedTotal(forecast, open.slice(untilHour), begun?.calls ?? 0),
		reasons,
		hours: hours.map(({ startAt, slot }) => {
			const said = slot < untilHour ? before.get(startAt) : undefined;
			if (said) return said;
			const calls = open[slot] ?? 0;
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

/** What has come is sure: an interval is that of the hours still to come. */
function expectedTotal(forecast: DayForecast, toCome: Float64Array, came: number): ExpectedCalls {
	const rest = sum(toCome);
	return quantiles(came + rest, (p) => came + (rest === 0 ? 0 : forecast.totalUnder(rest, p)));
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
