import type { LinePast } from './dayFollower.ts';
import { dayTerms, withLikes } from './dayTerms.ts';
import { dayTotals, shapeNoise } from './dayTotals.ts';
import type { ForecastCalendar } from './forecastDay.ts';
import type { Restlessness } from './levelFilter.ts';
import { likeProfiles } from './likeProfiles.ts';
import { nightsBetween, type LoadSeries } from './loadSeries.ts';
import { tuneFilter, type SeenDay } from './tuneFilter.ts';
import { median } from './vector.ts';
import { weekShape } from './weekShape.ts';

/** So many days tell where the level begins. */
const startDays = 7;

/**
 * Everything about a line's past that its forecasts begin with; `lastDay` is the last day (since 1970) that will be
 * asked for. `rest` is what an earlier call has found, for those who ask every day and tune every month.
 */
export function linePast(
	{ days, minutes, closed }: LoadSeries,
	calendar: ForecastCalendar,
	lastDay: number,
	rest: Restlessness | null = null
): LinePast {
	const firstDay = days[0]?.day ?? lastDay;
	const totals = dayTotals(days);
	const shape = weekShape(days, totals, calendar);
	const terms = dayTerms(calendar, shape, firstDay, lastDay);
	const profiles = likeProfiles({ days, minutes, totals }, terms.of, shape);
	const known = withLikes(terms, profiles.logLoads);
	const seen: SeenDay[] = [];
	days.forEach(({ day }, i) => {
		const total = totals[i];
		if (!total) return;
		const nights = nightsBetween(closed, seen.at(-1)?.day ?? day, day);
		const noise = 1 / (total.calls * total.known + 0.5) + shapeNoise(total.known);
		seen.push({ day, nights, logCalls: Math.log(total.calls + 0.5), noise });
	});
	const levels = seen.flatMap(({ day, logCalls }) => {
		const { like, isSpecial } = known.of(day);
		return isSpecial ? [] : [logCalls - (profiles.logLoads[like] ?? 0)];
	});
	const start = levels.length === 0 ? 0 : median(levels.slice(0, startDays));
	return { terms: known, closed, profiles, start, rest: rest ?? tuneFilter(known, seen, start) };
}
