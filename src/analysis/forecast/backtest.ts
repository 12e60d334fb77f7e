import { weekdayOfDay } from '#time/dates.ts';
import { fitSeries, type DayForecast } from './fitSeries.ts';
import { plainCalendar, type ForecastCalendar } from './forecastDay.ts';
import { horizonGroup, type HorizonGroup } from './horizons.ts';
import type { Restlessness } from './levelFilter.ts';
import type { LoadDay, LoadSeries } from './loadSeries.ts';
import { naiveMethods } from './naiveWeek.ts';
import { stretchOf, type HeldDay } from './stretch.ts';
import { Scores, type MethodScores } from './scores.ts';
import type { MethodName } from './methodNames.ts';

export interface BacktestOptions {
	calendar?: ForecastCalendar;
	/** Days of the line before the first forecast. */
	trainDays: number;
	/** Days of the line that each forecast looks ahead. */
	horizonDays: number;
	/** Names of the groups of days that a day is to be scored in, beside all. */
	groupOf?: (date: string) => readonly string[];
}

export interface BacktestResult {
	/** Days from which forecasts were made. */
	origins: number;
	/** Over all days, by group of horizons, and by the groups of `groupOf`. */
	methods: Record<MethodName, MethodScores>;
	groups: Record<string, Record<MethodName, MethodScores>>;
}

/** Restlessness changes slowly: it is looked at every four weeks, more often while a line is new. */
const tunedEvery = 28;
const closedCalls = 0.01;

/**
 * Forecasts from every day that has `trainDays` behind it and `horizonDays` ahead, each from what was known by its
 * evening, and scores all days ahead together (rolling origins, Tashman 2000). Unknown counts are not scored. Throws
 * RangeError where the series is too short for a single one.
 */
export function backtest(
	series: LoadSeries,
	{ calendar = plainCalendar, trainDays, horizonDays, groupOf = () => [] }: BacktestOptions
): BacktestResult {
	const { days } = series;
	const origins = days.length - trainDays - horizonDays + 1;
	if (origins < 1)
		throw new RangeError(
			`${days.length} days are too few for ${trainDays} to learn from and ${horizonDays} to forecast`
		);
	const unit = naiveError(days.slice(0, trainDays));
	const all = new Scores(unit);
	const groups = new Map<string, Scores>();
	let restlessness: Restlessness | null = null;
	let tunedAt = 0;
	const given: HeldDay[] = [];
	for (let i = 0; i < origins; i++) {
		const known = { ...series, days: days.slice(0, trainDays + i) };
		const ahead = days.slice(trainDays + i, trainDays + i + horizonDays);
		const isDue = i === 0 || i - tunedAt >= Math.min(tunedEvery, known.days.length / 5);
		if (isDue) tunedAt = i;
		const fitted = fitSeries(known, calendar, ahead.at(-1)?.day ?? 0, {
			restlessness: isDue ? null : restlessness,
			stretch: stretchOf(heldBy(given, known.days.at(-1)?.day ?? 0))
		});
		restlessness = fitted.restlessness;
		ahead.forEach((target, h) => {
			const into = [all];
			for (const name of groupOf(target.date)) {
				const scores = groups.get(name) ?? new Scores(unit);
				groups.set(name, scores);
				into.push(scores);
			}
			const forecast = fitted.day(target.day);
			const naive = naiveMethods.map((method) => fitted.naive(method, target.day));
			const inside = scoreDay(into, forecast, naive, target, horizonGroup(h + 1));
			if (inside !== null) given.push({ day: target.day, ahead: forecast.ahead, inside });
		});
	}
	return {
		origins,
		methods: all.result(),
		groups: Object.fromEntries([...groups].map(([name, scores]) => [name, scores.result()]))
	};
}

/** What has come by the evening of a day, in order. */
function heldBy(given: readonly HeldDay[], lastDay: number): HeldDay[] {
	return given.filter(({ day }) => day <= lastDay).sort((a, b) => a.day - b.day);
}

/** The share of its counts within the 80 % intervals. */
function scoreDay(
	into: readonly Scores[],
	day: DayForecast,
	naive: readonly Float64Array[],
	target: LoadDay,
	horizon: HorizonGroup
): number | null {
	let [counted, held] = [0, 0];
	target.counts.forEach((count, slot) => {
		if (Number.isNaN(count)) return;
		const calls = day.calls[slot] ?? NaN;
		// Closed hours hold in any interval and would hide how the open ones do.
		const isClosed = calls < closedCalls;
		const isInside = isClosed ? undefined : day.under(slot, 0.1) <= count && count <= day.under(slot, 0.9);
		if (!isClosed) counted++;
		if (isInside) held++;
		for (const scores of into) {
			naiveMethods.forEach((method, i) => scores.add(method, horizon, count, naive[i]?.[slot] ?? NaN));
			scores.add('offpeak', horizon, count, calls, isInside);
		}
	});
	return counted === 0 ? null : held / counted;
}

/** The mean absolute error of the last same weekday within the days to learn from: what MASE counts in. */
function naiveError(days: readonly LoadDay[]): number {
	const last = new Map<number, Float64Array>();
	let [total, count] = [0, 0];
	for (const { day, counts } of days) {
		const before = last.get(weekdayOfDay(day));
		counts.forEach((value, slot) => {
			const error = Math.abs(value - (before?.[slot] ?? NaN));
			if (Number.isNaN(error)) return;
			total += error;
			count++;
		});
		if (!counts.every((value) => Number.isNaN(value))) last.set(weekdayOfDay(day), counts);
	}
	return count === 0 ? NaN : total / count;
}
