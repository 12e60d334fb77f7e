import { expectedDate } from '#analysis/forecast/expectedDate.ts';
import { fitSeries, type FittedSeries } from '#analysis/forecast/fitSeries.ts';
import { heldDays, keepForecasts, timesInGroup } from '#analysis/forecast/keptForecasts.ts';
import type { LoadSeries } from '#analysis/forecast/loadSeries.ts';
import { silentSlots } from '#analysis/forecast/silentSlots.ts';
import { stretchOf } from '#analysis/forecast/stretch.ts';
import { mostForecastDays, type ForecastDate } from '#model/forecast.ts';
import type { Database } from '#records/database.server.ts';
import { readForecastDates, replaceForecast } from '#records/forecasts.server.ts';
import { readForecastState, writeForecastState } from '#records/forecastStates.server.ts';
import { dropKept, keep, readKept } from '#records/keptForecasts.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { dayNumber } from '#time/dates.ts';
import { wallTime } from '#time/zone.ts';
import { breath } from './breath.server.ts';
import { learnedBefore, unlearned, type LearnedForecast } from './learnedForecast.ts';
import { learnQueueWaits } from './learnQueueWaits.server.ts';
import { plannedOn } from './plannedOn.server.ts';
import { queuePast, type QueuePast } from './queuePast.server.ts';
import { withService } from './withService.ts';

export interface ForecastQueueOptions {
	now: number;
}

/** Accuracy looks back over eight weeks. */
export const accuracyDays = 56;

/**
 * Makes a queue's forecast of today and the next four weeks from what is known at `now`, and stores it: the first time
 * on a day as if it were made before the day began, which is what is kept for judging it, then with the hours of
 * today that are over. Gives way between its parts, each some tens of milliseconds.
 */
export async function forecastQueue(
	database: Database,
	stored: StoredQueue,
	{ now }: ForecastQueueOptions
): Promise<void> {
	const { id } = stored;
	const queue = await datedQueue(database, stored);
	const past = await queuePast(database, stored, now);
	if (!past) {
		await replaceForecast(database, id, []);
		const madeOn = dayNumber(wallTime(queue.zone, now).date);
		return writeForecastState(database, id, { madeAt: now, madeOn, learned: unlearned });
	}
	await breath();
	const { today, date } = past;
	const state = learnedBefore(await readForecastState<LearnedForecast>(database, id));
	const learned = { ...(state?.learned ?? unlearned) };
	if (state && isOtherPast(past.calls, learned.pastCalls, state.madeOn === today)) {
		await dropKept(database, id, { beforeDay: 0, replayed: true });
		Object.assign(learned, unlearned);
	}
	learned.pastCalls = past.calls;
	// How restless a line is may have been an outage that is marked now.
	if (learned.leftOut !== past.leftOut) learned.tunedOn = 0;
	learned.leftOut = past.leftOut;
	const isNew = state?.madeOn !== today || learned.restlessness === null;
	if (isNew && isTuneDue(learned, past)) Object.assign(learned, { restlessness: null, tunedOn: today });
	const fit = await fitter(database, id, past);
	const coming = comingDates(queue.zone, past, now);
	let dates = isNew ? [] : await readForecastDates(database, id, date, date);
	if (dates.length === 0) {
		const fitted = fit(past.before, learned);
		learned.restlessness = fitted.restlessness;
		dates = coming(fitted, today - 1);
		const isSilent = silentSlots(past.before, past.calendar);
		await keep(database, id, keepForecasts(fitted, { lastDay: today - 1, replayed: false, isSilent }));
		await dropKept(database, id, { beforeDay: today - accuracyDays });
		await breath();
		Object.assign(learned, await learnQueueWaits(database, stored, { now, likeOf: fitted.like }));
		await breath();
	}
	const [said] = dates;
	if (past.soFar || dates.length === 1) {
		const fitted = fit(past.live ?? past.before, learned);
		dates = coming(fitted, past.live ? today : today - 1, said);
	}
	await breath();
	const plannedAgents = await plannedOn(database, stored, dates);
	await replaceForecast(database, id, await withService(dates, { queue, learned, plannedAgents, breath }));
	await writeForecastState(database, id, { madeAt: now, madeOn: today, learned });
}

/** Fits a series of the queue, with intervals as wide as those given so far say that they must be. */
async function fitter(database: Database, id: number, { today, before, calendar }: QueuePast) {
	const held = heldDays(await readKept(database, id, today - accuracyDays, today), before);
	const stretched = {
		stretch: stretchOf(held.hours, timesInGroup),
		totalStretch: stretchOf(held.totals, timesInGroup)
	};
	return (series: LoadSeries, { restlessness }: LearnedForecast): FittedSeries =>
		fitSeries(series, calendar, today + mostForecastDays, { ...stretched, restlessness });
}

/**
 * Today and four weeks after it, from a fit up to and with `lastDay`; `said`: what was expected of today before. Without
 * it today is forecast as if it had not begun.
 */
function comingDates(zone: string, { today, before, soFar, calendar }: QueuePast, madeAt: number) {
	const isSilent = silentSlots(before, calendar);
	return (fitted: FittedSeries, lastDay: number, said?: ForecastDate): ForecastDate[] =>
		Array.from({ length: mostForecastDays + 1 }, (_, i) => {
			const begun = i === 0 && soFar && said ? { ...soFar, before: said } : undefined;
			return expectedDate(fitted, {
				zone,
				madeAt,
				lastDay,
				day: today + i,
				isSilent,
				...(begun ? { begun } : {})
			});
		});
}

/** An import or a clean-up has changed the past by more than a day may: what was learned of it is to be learned again. */
function isOtherPast(calls: number, before: number, sameDay: boolean): boolean {
	return Math.abs(calls - before) > Math.max(200, (sameDay ? 0.01 : 0.05) * before);
}

/** Restlessness changes slowly: it is looked at every four weeks, more often while a queue is new. */
function isTuneDue({ restlessness, tunedOn }: LearnedForecast, { today, before }: QueuePast): boolean {
	return restlessness === null || today - tunedOn >= Math.min(28, before.days.length / 5);
}
