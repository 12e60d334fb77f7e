import { fitSeries } from '#analysis/forecast/fitSeries.ts';
import { heldDays, keepForecasts, keptAheads, timesInGroup } from '#analysis/forecast/keptForecasts.ts';
import type { Restlessness } from '#analysis/forecast/levelFilter.ts';
import { silentSlots } from '#analysis/forecast/silentSlots.ts';
import { stretchOf } from '#analysis/forecast/stretch.ts';
import type { KeptForecast } from '#model/forecast.ts';
import type { Database } from '#records/database.server.ts';
import { readForecastState, writeForecastState } from '#records/forecastStates.server.ts';
import { keep } from '#records/keptForecasts.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { breath } from './breath.server.ts';
import { accuracyDays, type ForecastQueueOptions } from './forecastQueue.server.ts';
import { learnedBefore, type LearnedForecast } from './learnedForecast.ts';
import { queuePast, type QueuePast } from './queuePast.server.ts';

/** Two days and a week have no common divisor: at each distance each weekday comes. */
const everyDays = 2;
/** Before that a queue is too young to be judged. */
const fewestDays = 21;
const tunedEveryDays = 28;

/**
 * Makes the forecasts that would have been made in the last weeks, had Offpeak been there: each from what was known by
 * that evening. So a queue whose past was imported has an accuracy to show; what was really said then stays. Once for
 * each queue, and again when its past has changed; false where nothing was to be done.
 */
export async function replayQueue(
	database: Database,
	stored: StoredQueue,
	{ now }: ForecastQueueOptions
): Promise<boolean> {
	const state = learnedBefore(await readForecastState<LearnedForecast>(database, stored.id));
	if (!state || state.learned.replayed || state.learned.restlessness === null) return false;
	const past = await queuePast(database, stored, now);
	if (past) await keep(database, stored.id, await replayed(past));
	await writeForecastState(database, stored.id, { ...state, learned: { ...state.learned, replayed: true } });
	return true;
}

async function replayed({ before, calendar, today }: QueuePast): Promise<KeptForecast[]> {
	const firstDay = before.days[0]?.day ?? today;
	const farthest = Math.max(...keptAheads);
	const kept: KeptForecast[] = [];
	let restlessness: Restlessness | null = null;
	let tunedOn = 0;
	for (let lastDay = today - 1 - accuracyDays - farthest; lastDay < today - 1; lastDay += everyDays) {
		const known = { ...before, days: before.days.filter(({ day }) => day <= lastDay) };
		const isKnown = known.days.some(({ counts }) => counts.some((count) => count > 0));
		if (lastDay - firstDay < fewestDays || !isKnown) continue;
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
		const made = keepForecasts(fitted, { lastDay, replayed: true, isSilent });
		kept.push(...made.filter(({ day }) => day >= today - accuracyDays));
		await breath();
	}
	return kept;
}
