import { forecastCalendar } from '#analysis/forecast/countryCalendar.ts';
import { expectedDate } from '#analysis/forecast/expectedDate.ts';
import { fitSeries, type FittedSeries } from '#analysis/forecast/fitSeries.ts';
import { hourSeries, type HourCount } from '#analysis/forecast/hourSeries.ts';
import { heldDays, keepForecasts, timesInGroup } from '#analysis/forecast/keptForecasts.ts';
import type { LoadSeries } from '#analysis/forecast/loadSeries.ts';
import { silentSlots } from '#analysis/forecast/silentSlots.ts';
import { stretchOf } from '#analysis/forecast/stretch.ts';
import type { ForecastDate, KeptForecast } from '#model/forecast.ts';
import type { Database } from '#records/database.server.ts';
import { readForecastDates, replaceForecast } from '#records/forecasts.server.ts';
import { readForecastState, writeForecastState } from '#records/forecastStates.server.ts';
import { dropKept, keep, readKept } from '#records/keptForecasts.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { readHours } from '#rollups/hours.server.ts';
import { dayNumber } from '#time/dates.ts';
import { wallTime } from '#time/zone.ts';
import { breath } from './breath.server.ts';
import { learnedBefore, unlearned, type LearnedForecast } from './learnedForecast.ts';
import { learnQueueWaits } from './learnQueueWaits.server.ts';
import { replayQueue } from './replayQueue.server.ts';
import { plannedOn } from './plannedOn.server.ts';
import { withService } from './withService.ts';

export interface ForecastQueueOptions {
	now: number;
	/** Ranges that say nothing about the future, marked by somebody: ms, from (in), to (out). */
	leftOut?: readonly { fromAt: number; toAt: number }[];
}

const dayMs = 86_400_000;
/** 156 weeks: what is older says little of today, and a year's course is in it twice. */
const pastDays = 156 * 7;
/** Today and four weeks after it. */
const daysAhead = 28;
/** Accuracy looks back over eight weeks. */
export const accuracyDays = 56;
/** On fewer days with calls nothing is said about the next. */
const fewestDays = 3;
/** Nobody has called for so long: the line is asleep, or nothing comes in from it. */
const asleepDays = 28;

/**
 * Makes a queue's forecast of today and the next four weeks from what is known at `now`, and stores it: the first time
 * on a day as if it were made before the day began, which is what is kept for judging it, then with the hours of
 * today that are over. Gives way between its parts, each some tens of milliseconds.
 */
export async function forecastQueue(
	database: Database,
	stored: StoredQueue,
	{ now, leftOut = [] }: ForecastQueueOptions
): Promise<void> {
	const { id } = stored;
	const queue = await datedQueue(database, stored);
	const { date, hour } = wallTime(queue.zone, now);
	const today = dayNumber(date);
	const calendar = forecastCalendar(queue.country, queue.calendar);
	const state = learnedBefore(await readForecastState<LearnedForecast>(database, id));
	const counts = await readHours(database, stored, now - pastDays * dayMs, now);
	const wallHour = (at: number) => {
		const wall = wallTime(queue.zone, at);
		return dayNumber(wall.date) * 24 + wall.hour;
	};
	const options = {
		calendar,
		leftOut: leftOut.map(({ fromAt, toAt }) => ({
			fromHour: wallHour(fromAt),
			toHour: wallHour(toAt - 1) + 1
		}))
	};
	const before = hourSeries(counts, { ...options, untilHour: today * 24 });
	if (!before || !isAwake(counts, today)) {
		await replaceForecast(database, id, []);
		const learned = { ...unlearned, pastCalls: callsBefore(counts, today) };
		return writeForecastState(database, id, { madeAt: now, madeOn: today, learned });
	}
	await breath();

	const learned = { ...(state?.learned ?? unlearned) };
	const pastCalls = callsBefore(counts, today);
	if (state && isOtherPast(pastCalls, learned.pastCalls, state.madeOn === today)) {
		await dropKept(database, id, { beforeDay: 0, replayed: true });
		Object.assign(learned, unlearned);
	}
	learned.pastCalls = pastCalls;
	const isNew = state?.madeOn !== today || learned.restlessness === null;
	const kept = await readKept(database, id, today - accuracyDays, today);
	const stretched = stretchesOf(kept, before);
	const isSilent = silentSlots(before, calendar);
	const fit = (series: LoadSeries) =>
		fitSeries(series, calendar, today + daysAhead, { ...stretched, restlessness: learned.restlessness });
	if (isNew && isTuneDue(learned, today, before.days.length)) {
		learned.restlessness = null;
		learned.tunedOn = today;
	}

	const shown = { zone: queue.zone, madeAt: now, isSilent };
	const days = (fitted: FittedSeries, lastDay: number, from: number) =>
		Array.from({ length: today + daysAhead - from + 1 }, (_, i) =>
			expectedDate(fitted, { ...shown, lastDay, day: from + i })
		);
	let morning: ForecastDate | null = (await readForecastDates(database, id, date, date))[0] ?? null;
	let dates: ForecastDate[] | null = null;
	if (isNew || morning === null) {
		const fitted = fit(before);
		learned.restlessness = fitted.restlessness;
		await keep(database, id, keepForecasts(fitted, { lastDay: today - 1, replayed: false, isSilent }));
		await dropKept(database, id, { beforeDay: today - accuracyDays });
		await breath();
		Object.assign(learned, await learnQueueWaits(database, stored, { now, likeOf: fitted.like }));
		await breath();
		dates = days(fitted, today - 1, today);
		morning = dates[0] ?? null;
	}
	const live = hour === 0 ? null : hourSeries(counts, { ...options, untilHour: today * 24 + hour });
	const todayCounts = live?.days.at(-1)?.counts;
	if (live && todayCounts?.some((count) => !Number.isNaN(count))) {
		const fitted = fit(live);
		const first = expectedDate(fitted, {
			...shown,
			lastDay: today,
			day: today,
			begun: { counts: todayCounts, morning }
		});
		dates = [first, ...days(fitted, today, today + 1)];
	}
	dates ??= [...(morning ? [morning] : []), ...days(fit(before), today - 1, today + 1)];
	await breath();
	const plannedAgents = await plannedOn(database, stored, dates);
	const served = await withService(dates, { queue, learned, plannedAgents, breath });
	await replaceForecast(database, id, served);
	const made = { madeAt: now, madeOn: today };
	await writeForecastState(database, id, { ...made, learned });
	if (learned.replayed) return;
	await replayQueue(database, id, { series: before, calendar, today });
	await writeForecastState(database, id, { ...made, learned: { ...learned, replayed: true } });
}

function isAwake(counts: readonly HourCount[], today: number): boolean {
	const days = new Set<number>();
	let last = -Infinity;
	for (const { hour, offered } of counts) {
		const day = Math.floor(hour / 24);
		if (offered === 0) continue;
		last = Math.max(last, day);
		if (day < today) days.add(day);
	}
	return days.size >= fewestDays && today - last <= asleepDays;
}

function callsBefore(counts: readonly HourCount[], today: number): number {
	return counts.reduce((sum, { hour, offered }) => sum + (hour < today * 24 ? offered : 0), 0);
}

/** An import or a clean-up has changed the past by more than a day may: what was learned of it is to be learned again. */
function isOtherPast(calls: number, before: number, sameDay: boolean): boolean {
	const change = Math.abs(calls - before);
	return change > Math.max(200, (sameDay ? 0.01 : 0.05) * before);
}

/** Restlessness changes slowly: it is looked at every four weeks, more often while a queue is new. */
function isTuneDue({ restlessness, tunedOn }: LearnedForecast, today: number, days: number): boolean {
	return restlessness === null || today - tunedOn >= Math.min(28, days / 5);
}

function stretchesOf(kept: readonly KeptForecast[], series: LoadSeries) {
	const held = heldDays(kept, series);
	return {
		stretch: stretchOf(held.hours, timesInGroup),
		totalStretch: stretchOf(held.totals, timesInGroup)
	};
}
