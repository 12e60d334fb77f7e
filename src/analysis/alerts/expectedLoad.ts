import { mean, median } from 'd3';
import { fewestDays } from '#analysis/band.ts';

/** What was forecast of one day's hours, 0 to 23, before it began. */
export interface HourlyForecast {
	calls: (number | null)[];
	p10: number[];
	p90: number[];
}

/** A stretch of time within one hour of the clock, as a part of that hour. */
export interface HourPart {
	date: string;
	hour: number;
	part: number;
}

export interface ExpectedLoad {
	middle: number;
	low: number;
	high: number;
}

/**
 * What a day's forecast expected of a stretch of time: the parts of its hours, 80 % bounds added up as if they
 * always erred together, so wider than they need be. Null where an hour was not forecast.
 */
export function expectedOfForecast(
	parts: readonly HourPart[],
	forecastOf: (date: string) => HourlyForecast | null
): ExpectedLoad | null {
	const sum = { middle: 0, low: 0, high: 0 };
	for (const { date, hour, part } of parts) {
		const forecast = forecastOf(date);
		const [middle, low, high] = [forecast?.calls[hour], forecast?.p10[hour], forecast?.p90[hour]];
		if (middle == null || low === undefined || high === undefined) return null;
		sum.middle += part * middle;
		sum.low += part * low;
		sum.high += part * high;
	}
	// A part of an hour is less even than the hour: no narrower than calls that come independently of each other.
	const chance = 1.2816 * Math.sqrt(sum.middle);
	return {
		middle: sum.middle,
		low: Math.max(0, Math.min(sum.low, sum.middle - chance)),
		high: Math.max(sum.high, sum.middle + chance)
	};
}

/** The same from what like days had in that stretch: their middle, and all that they had. Null for too few days. */
export function expectedOfLikeDays(calls: readonly number[]): ExpectedLoad | null {
	if (calls.length < fewestDays) return null;
	const chance = 1.2816 * Math.sqrt(mean(calls) ?? 0);
	const middle = median(calls) ?? 0;
	return {
		middle,
		low: Math.max(0, Math.min(...calls, middle - chance)),
		high: Math.max(...calls, middle + chance)
	};
}
