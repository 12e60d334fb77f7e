import type { DayTotal } from './dayTotals.ts';
import type { ForecastCalendar } from './forecastDay.ts';
import type { LoadDay } from './loadSeries.ts';
import { median } from './vector.ts';

/** How the weekdays of a series compare, as index 0 (Monday) to 6. */
export interface WeekShape {
	/** The log of a day's calls, less the mean of the days of its week; 0 where a weekday has not been seen. */
	relative: number[];
	/** Brings at least half the calls of the busiest weekday: banks would call it a business day. */
	isBusiness: boolean[];
	/** The quietest weekday, where it is no business day and holidays are not known to be like any other day. */
	rest: number | null;
	/** The weekday before it, where it is seen too. */
	eveOfRest: number | null;
}

/** A half year of each weekday: enough for a steady median, short enough to see a line change its hours. */
const remembered = 26;
/** So many holidays tell what holidays are like on this line. */
const enoughHolidays = 3;

/** Taken from the series and not from the country: lines have weeks of their own. */
export function weekShape(
	days: readonly LoadDay[],
	totals: readonly (DayTotal | null)[],
	calendar: ForecastCalendar
): WeekShape {
	const seen = relativeDays(
		days,
		totals.map((total) => total?.calls ?? null)
	);
	const logs: number[][] = Array.from({ length: 7 }, () => []);
	const holidays: { weekday: number; relative: number }[] = [];
	for (const { date, relative } of seen) {
		const { kind, standsFor } = calendar(date);
		if (kind === 'ordinary') logs[standsFor - 1]?.push(relative);
		else if (kind === 'holiday') holidays.push({ weekday: standsFor - 1, relative });
	}
	const middles = logs.map((values) => median(values.slice(-remembered)));
	const known = middles.filter((value) => !Number.isNaN(value));
	const [top, bottom] = [Math.max(...known), Math.min(...known)];
	const isBusiness = middles.map((value) => value > top - Math.LN2);
	const quietest = middles.indexOf(bottom);
	const nearRest = holidays
		.filter(({ weekday }) => isBusiness[weekday])
		.map(({ weekday, relative }) => ((middles[weekday] ?? 0) + bottom) / 2 - relative);
	const likeAnyDay = nearRest.length >= enoughHolidays && median(nearRest) < 0;
	const rest = quietest === -1 || isBusiness[quietest] || likeAnyDay ? null : quietest;
	const before = rest === null ? null : (rest + 6) % 7;
	return {
		relative: middles.map((value) => (Number.isNaN(value) ? 0 : value)),
		isBusiness,
		rest,
		eveOfRest: before === null || Number.isNaN(middles[before]) ? null : before
	};
}

/**
 * The logs of days, each less the mean of the week around it, so that growth does not pass for weekdays (the
 * ratio to a moving average). Before a line has a week around any day, less half of what they differ from each other.
 */
function relativeDays(
	days: readonly LoadDay[],
	calls: readonly (number | null)[]
): { date: string; relative: number }[] {
	const [first, last] = [days[0]?.day ?? 0, days.at(-1)?.day ?? 0];
	const around = days.flatMap(({ date, day }, i) => {
		const own = calls[i];
		if (own === null || own === undefined || day - 3 < first || day + 3 > last) return [];
		let [sum, count] = [0, 0];
		for (let j = Math.max(0, i - 3); j <= i + 3; j++) {
			if (Math.abs((days[j]?.day ?? Infinity) - day) > 3) continue;
			sum += calls[j] ?? NaN;
			count++;
		}
		return sum > 0 ? [{ date, relative: Math.log((own + 0.5) / (sum / count + 0.5)) }] : [];
	});
	if (around.length >= 7) return around;
	const whole = days.flatMap(({ date }, i) => {
		const own = calls[i];
		return own === null || own === undefined ? [] : [{ date, log: Math.log(own + 0.5) }];
	});
	const middle = median(whole.map(({ log }) => log));
	return whole.map(({ date, log }) => ({ date, relative: (log - middle) / 2 }));
}
