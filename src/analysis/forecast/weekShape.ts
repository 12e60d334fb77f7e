import type { ForecastCalendar } from './forecastDay.ts';
import type { LoadDay } from './loadSeries.ts';
import { median } from './vector.ts';

/** How the weekdays of a series compare, as index 0 (Monday) to 6. */
export interface WeekShape {
	/** The log of a day's calls, less the middle weekday's; 0 where a weekday has not been seen. */
	relative: number[];
	/** Brings at least half the calls of the busiest weekday: banks would call it a business day. */
	isBusiness: boolean[];
	/** The quietest weekday, where it is no business day: what holidays are like. */
	rest: number | null;
	/** The weekday before it, where it is seen too. */
	eveOfRest: number | null;
}

/** A half year of each weekday: enough for a steady median, short enough to see a line change its hours. */
const remembered = 26;

/** Taken from the series and not from the country: lines have weeks of their own. */
export function weekShape(days: readonly LoadDay[], calendar: ForecastCalendar): WeekShape {
	const logs: number[][] = Array.from({ length: 7 }, () => []);
	for (const { date, counts } of days) {
		const { kind, standsFor } = calendar(date);
		const total = wholeDay(counts);
		if (kind === 'ordinary' && total !== null) logs[standsFor - 1]?.push(Math.log(total + 0.5));
	}
	const middles = logs.map((values) => median(values.slice(-remembered)));
	const seen = middles.filter((value) => !Number.isNaN(value));
	const [top, bottom, middle] = [Math.max(...seen), Math.min(...seen), median(seen)];
	const isBusiness = middles.map((value) => value > top - Math.LN2);
	const quietest = middles.indexOf(bottom);
	const rest = quietest === -1 || isBusiness[quietest] ? null : quietest;
	const before = rest === null ? null : (rest + 6) % 7;
	return {
		relative: middles.map((value) => (Number.isNaN(value) ? 0 : value - middle)),
		isBusiness,
		rest,
		eveOfRest: before === null || Number.isNaN(middles[before]) ? null : before
	};
}

/** All calls of a day of which every slot is known; null of any other. */
export function wholeDay(counts: Float64Array): number | null {
	let total = 0;
	for (const count of counts) total += count;
	return Number.isNaN(total) ? null : total;
}
