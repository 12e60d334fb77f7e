import { forecastCalendar } from '#analysis/forecast/countryCalendar.ts';
import type { ForecastCalendar } from '#analysis/forecast/forecastDay.ts';
import { hourSeries, type HourCount } from '#analysis/forecast/hourSeries.ts';
import type { LoadSeries } from '#analysis/forecast/loadSeries.ts';
import { leftOutRanges } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { readCalendar } from '#records/specialDays.server.ts';
import { readHours } from '#rollups/hours.server.ts';
import { dayNumber } from '#time/dates.ts';
import { wallTime } from '#time/zone.ts';

/** A queue's past as forecasting takes it. Days are counted since 1970, in the queue's zone. */
export interface QueuePast {
	date: string;
	today: number;
	calendar: ForecastCalendar;
	/** All days before today. */
	before: LoadSeries;
	/** The same with the hours of today that are over; null where nothing is to be learned from them. */
	live: LoadSeries | null;
	/** What came in them, those that are not learned from too; null where none is over, or nothing told of them yet. */
	soFar: { untilHour: number; calls: number } | null;
	/** Calls on the days before today. */
	calls: number;
	/** Stretches of them that somebody has marked as no examples, as a text: whether they are still the same. */
	leftOut: string;
}

const dayMs = 86_400_000;
/** 156 weeks: what is older says little of today, and a year's course is in it more than twice. */
const pastDays = 156 * 7;
/** On fewer days with calls nothing is said about the next. */
const fewestDays = 3;
/** Nobody has called for so long: the line is asleep, or nothing comes in from it. */
const asleepDays = 28;

/**
 * Reads what is known of a queue at `now`, without the hours that somebody has marked as no examples; null where it is
 * too little to say anything about tomorrow.
 */
export async function queuePast(
	database: Database,
	stored: StoredQueue,
	now: number
): Promise<QueuePast | null> {
	const { queue } = stored;
	const { date, hour } = wallTime(queue.zone, now);
	const today = dayNumber(date);
	const range = { fromAt: now - pastDays * dayMs, toAt: now };
	const counts = await readHours(database, stored, range.fromAt, range.toAt);
	const leftOut = await leftOutRanges(database, [stored.id], range);
	if (!isAwake(counts, today)) return null;
	const calendar = forecastCalendar(queue.country, await readCalendar(database, stored));
	const wallHour = (at: number) => {
		const wall = wallTime(queue.zone, at);
		return dayNumber(wall.date) * 24 + wall.hour;
	};
	const hours = leftOut.map(({ fromAt, toAt }) => ({
		fromHour: wallHour(fromAt),
		toHour: wallHour(toAt - 1) + 1
	}));
	const midnight = today * 24;
	const before = hourSeries(counts, { calendar, leftOut: hours, untilHour: midnight });
	if (!before) return null;
	const live =
		hour === 0 ? null : hourSeries(counts, { calendar, leftOut: hours, untilHour: midnight + hour });
	const isKnown = live?.days.at(-1)?.counts.some((count) => !Number.isNaN(count)) ?? false;
	const toldHour = live?.toldUntilHour ?? midnight;
	return {
		...{ date, today, calendar, before },
		live: isKnown ? live : null,
		soFar:
			toldHour > midnight
				? { untilHour: toldHour - midnight, calls: callsIn(counts, midnight, toldHour) }
				: null,
		calls: callsIn(counts, 0, midnight),
		leftOut: JSON.stringify(leftOut.map(({ fromAt, toAt }) => [fromAt, toAt]))
	};
}

function callsIn(counts: readonly HourCount[], fromHour: number, toHour: number): number {
	return counts.reduce(
		(sum, { hour, offered }) => sum + (fromHour <= hour && hour < toHour ? offered : 0),
		0
	);
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
