import type { ForecastMethod, KeptForecast } from '#model/forecast.ts';
import type { LoadSeries } from './loadSeries.ts';
import { methodNames } from './methodNames.ts';
import { keptAheads } from './keptForecasts.ts';

/** How far off forecasts made so many days ahead have been on the days that have come since. */
export interface Accuracy {
	ahead: number;
	days: number;
	/** Of these, days whose forecast was not made then, but later from what was known then. */
	replayed: number;
	/** Sum of the absolute errors of hours by the sum of calls, of each method on the same hours; null without calls. */
	wape: Record<ForecastMethod, number | null>;
	/** The same of whole days. */
	dayWape: Record<ForecastMethod, number | null>;
	/** The share of open hours, and of days, whose calls lay in the 80 % interval. */
	held: number | null;
	daysHeld: number | null;
	/** Days for which each method was used. */
	used: Record<ForecastMethod, number>;
}

/**
 * Compares kept forecasts with what came, for each distance that they are kept at. Hours that nobody knows, or that one of
 * the methods had nothing to say about, are left out for all.
 */
export function accuracyOf(kept: readonly KeptForecast[], { days }: LoadSeries): Accuracy[] {
	const byDay = new Map(days.map(({ day, counts }) => [day, counts]));
	return keptAheads.map((ahead) => {
		const sums = { calls: 0, asked: 0, held: 0, wholeDays: 0, daysHeld: 0, days: 0, replayed: 0 };
		const [hourErrors, dayErrors, used] = [zeros(), zeros(), zeros()];
		for (const one of kept) {
			const counts = one.ahead === ahead ? byDay.get(one.day) : undefined;
			if (!counts) continue;
			const slots = [...counts.keys()].filter((slot) => isComparable(one, counts, slot));
			if (slots.length === 0) continue;
			let came = 0;
			const said = zeros();
			for (const slot of slots) {
				const count = counts[slot] ?? 0;
				came += count;
				for (const method of methodNames) {
					const calls = one.calls[method][slot] ?? 0;
					said[method] += calls;
					hourErrors[method] += Math.abs(count - calls);
				}
				if ((one.calls.offpeak[slot] ?? 0) < 0.01) continue;
				sums.asked++;
				if ((one.p10[slot] ?? 0) <= count && count <= (one.p90[slot] ?? 0)) sums.held++;
			}
			for (const method of methodNames) dayErrors[method] += Math.abs(came - said[method]);
			used[one.method]++;
			sums.calls += came;
			sums.days++;
			if (one.replayed) sums.replayed++;
			if (slots.length < counts.length) continue;
			sums.wholeDays++;
			if (one.total[0] <= came && came <= one.total[1]) sums.daysHeld++;
		}
		const byCalls = (errors: Record<ForecastMethod, number>) => ({
			offpeak: ratio(errors.offpeak, sums.calls),
			seasonal_naive: ratio(errors.seasonal_naive, sums.calls),
			mean_4: ratio(errors.mean_4, sums.calls),
			median_8: ratio(errors.median_8, sums.calls)
		});
		return {
			ahead,
			days: sums.days,
			replayed: sums.replayed,
			wape: byCalls(hourErrors),
			dayWape: byCalls(dayErrors),
			held: ratio(sums.held, sums.asked),
			daysHeld: ratio(sums.daysHeld, sums.wholeDays),
			used
		};
	});
}

function isComparable({ calls }: KeptForecast, counts: Float64Array, slot: number): boolean {
	return (
		!Number.isNaN(counts[slot] ?? NaN) &&
		methodNames.every((method) => typeof calls[method][slot] === 'number')
	);
}

function zeros(): Record<ForecastMethod, number> {
	return { offpeak: 0, seasonal_naive: 0, mean_4: 0, median_8: 0 };
}

function ratio(part: number, whole: number): number | null {
	return whole > 0 ? part / whole : null;
}
