import type { KeptForecast } from '#model/forecast.ts';
import { dateOfDay } from '#time/dates.ts';
import type { FittedSeries } from './fitSeries.ts';
import type { LoadSeries } from './loadSeries.ts';
import type { HeldDay } from './stretch.ts';
import { sum } from './vector.ts';

/** How far ahead forecasts are kept: one of each group of horizons, and each weekday comes at each. */
export const keptAheads = [1, 3, 7, 14, 28] as const;

/** A kept forecast comes once a day in each group. */
export const timesInGroup = { '1': 1, '2-5': 1, '6-10': 1, '11-14': 1, '15-28': 1 };

/** What is to be kept of a forecast that was made after `lastDay` (days since 1970). */
export function keepForecasts(
	fitted: FittedSeries,
	{
		lastDay,
		replayed,
		isSilent
	}: { lastDay: number; replayed: boolean; isSilent: (date: string, slot: number) => boolean }
): KeptForecast[] {
	return keptAheads.map((ahead): KeptForecast => {
		const day = lastDay + ahead;
		const date = dateOfDay(day);
		const forecast = fitted.day(day);
		const calls = forecast.calls.map((expected, slot) => (isSilent(date, slot) ? 0 : expected));
		const under = (p: number) =>
			Array.from(calls, (expected, slot) => (expected === 0 ? 0 : short(forecast.under(slot, p))));
		const naive = (method: 'seasonal_naive' | 'mean_4' | 'median_8') =>
			Array.from(fitted.naive(method, day), (count) => (Number.isNaN(count) ? null : short(count)));
		const total = sum(calls);
		return {
			day,
			ahead,
			replayed,
			method: forecast.method,
			calls: {
				offpeak: Array.from(calls, short),
				seasonal_naive: naive('seasonal_naive'),
				mean_4: naive('mean_4'),
				median_8: naive('median_8')
			},
			p10: under(0.1),
			p90: under(0.9),
			total: [short(forecast.totalUnder(total, 0.1)), short(forecast.totalUnder(total, 0.9))]
		};
	});
}

/** How the kept intervals have held on the days of a series, of hours and of whole days, in the order of the days. */
export function heldDays(
	kept: readonly KeptForecast[],
	{ days }: LoadSeries
): { hours: HeldDay[]; totals: HeldDay[] } {
	const byDay = new Map(days.map(({ day, counts }) => [day, counts]));
	const [hours, totals]: HeldDay[][] = [[], []];
	for (const { day, ahead, calls, p10, p90, total } of [...kept].sort((a, b) => a.day - b.day)) {
		const counts = byDay.get(day);
		if (!counts) continue;
		let [asked, held] = [0, 0];
		counts.forEach((count, slot) => {
			// Closed hours hold in any interval and would hide how the open ones do.
			if (Number.isNaN(count) || (calls.offpeak[slot] ?? 0) < 0.01) return;
			asked++;
			if ((p10[slot] ?? 0) <= count && count <= (p90[slot] ?? 0)) held++;
		});
		if (asked > 0) hours?.push({ day, ahead, inside: held / asked });
		const came = sum(counts);
		if (asked > 0 && !Number.isNaN(came))
			totals?.push({ day, ahead, inside: total[0] <= came && came <= total[1] ? 1 : 0 });
	}
	return { hours: hours ?? [], totals: totals ?? [] };
}

/** Three digits: what is kept is to be compared, not shown. */
function short(value: number): number {
	return Number(value.toPrecision(3));
}
