import { fitSeries } from '#analysis/forecast/fitSeries.ts';
import type { ForecastCalendar } from '#analysis/forecast/forecastDay.ts';
import { heldDays, keepForecasts, keptAheads, timesInGroup } from '#analysis/forecast/keptForecasts.ts';
import type { Restlessness } from '#analysis/forecast/levelFilter.ts';
import type { LoadSeries } from '#analysis/forecast/loadSeries.ts';
import { silentSlots } from '#analysis/forecast/silentSlots.ts';
import { stretchOf } from '#analysis/forecast/stretch.ts';
import type { KeptForecast } from '#model/forecast.ts';
import type { Database } from '#records/database.server.ts';
import { keep } from '#records/keptForecasts.server.ts';
import { breath } from './breath.server.ts';

/** Three days and a week have no common divisor: at each distance each weekday comes. */
const everyDays = 3;
const lookBackDays = 56;
/** Before that a queue is too young to be judged. */
const fewestDays = 21;
const tunedEveryDays = 28;

/**
 * Makes the forecasts that would have been made in the last weeks, had Offpeak been there: each from what was known by
 * that evening. So a queue whose past was imported has an accuracy to show; what was really said then stays.
 */
export async function replayQueue(
	database: Database,
	queueId: number,
	{ series, calendar, today }: { series: LoadSeries; calendar: ForecastCalendar; today: number }
): Promise<void> {
	const first = series.days[0]?.day ?? today;
	const farthest = Math.max(...keptAheads);
	const kept: KeptForecast[] = [];
	let restlessness: Restlessness | null = null;
	let tunedOn = 0;
	for (
		let lastDay = today - 1 - everyDays * Math.floor((lookBackDays + farthest) / everyDays);
		lastDay < today - 1;
		lastDay += everyDays
	) {
		const known = { ...series, days: series.days.filter(({ day }) => day <= lastDay) };
		if (
			lastDay - first < fewestDays ||
			known.days.every(({ counts }) => counts.every((count) => !(count > 0)))
		)
			continue;
		if (lastDay - tunedOn >= Math.min(tunedEveryDays, known.days.length / 5)) {
			restlessness = null;
			tunedOn = lastDay;
		}
		const held = heldDays(kept, known);
		const fitted = fitSeries(known, calendar, lastDay + farthest, {
			restlessness,
			stretch: stretchOf(held.hours, timesInGroup),
			totalStretch: stretchOf(held.totals, timesInGroup)
		});
		restlessness = fitted.restlessness;
		const isSilent = silentSlots(known, calendar);
		kept.push(
			...keepForecasts(fitted, { lastDay, replayed: true, isSilent }).filter(
				({ day }) => day >= today - lookBackDays
			)
		);
		await breath();
	}
	if (kept.length > 0) await keep(database, queueId, kept);
}
