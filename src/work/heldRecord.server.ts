import { heldBy } from '#analysis/liveWait/heldBy.ts';
import type { HeldCounts } from '#analysis/liveWait/heldCounts.ts';
import { replayHeld } from '#analysis/liveWait/replayHeld.ts';
import { hourPools } from '#analysis/hourPools.ts';
import { steadyPools, type PublishedPools } from '#analysis/steadyPools.ts';
import { hoursOf, type TypicalHours } from '#analysis/typicalHours.ts';
import type { TimedCall } from '#analysis/waitEstimate/callEvents.ts';
import { keyText } from '#records/calls.server.ts';
import type { Database } from '#records/database.server.ts';
import { callTimes, type StoredTimes } from '#records/openCalls.server.ts';
import { readHeld, readTold, saveHeld, type HeldDay, type ToldWait } from '#records/toldWaits.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import { dayNumber } from '#time/dates.ts';
import { intervals } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import type { DatedQueue } from './datedQueues.server.ts';
import { shownGridMs } from './keptLine.ts';

/** Over so many days "it held for" is told. */
export const heldDays = 28;
/** Before the first replayed day, to learn from. */
const learningDays = 14;
const typicalWeeks = 8;
const mostCalls = 200_000;

/** The days of the record before today, in order: of those that are not there the callers are 0. */
export async function heldUntil(
	database: Database,
	{ id, queue }: DatedQueue,
	now: number,
	days = heldDays
): Promise<HeldDay[]> {
	const today = wallTime(queue.zone, now).date;
	return readHeld(database, id, addDays(today, -days), today);
}

/** Of the callers of these days, the share for whom it held; null: fewer than `fewest`. */
export function shareHeld(
	days: readonly HeldDay[],
	name: 'halfHeld' | 'mostHeld',
	fewest: number
): number | null {
	const callers = days.reduce((sum, day) => sum + day.callers, 0);
	if (callers < Math.max(1, fewest)) return null;
	return days.reduce((sum, day) => sum + day[name], 0) / callers;
}

/** Brings the record of yesterday and of today so far up to date, from what callers were told. */
export async function recordHeld(database: Database, stored: DatedQueue, now: number): Promise<void> {
	const { id, queue } = stored;
	const today = wallTime(queue.zone, now).date;
	for (const date of [addDays(today, -1), today]) {
		const range = {
			fromAt: dayStart(queue.zone, date),
			toAt: Math.min(now, dayStart(queue.zone, addDays(date, 1)))
		};
		const told = (await readTold(database, id, range)).map(toldFrom);
		if (told.every(({ shown }) => shown === null)) continue;
		const calls = await callTimes(database, id, { ...range, most: mostCalls });
		await saveHeld(database, id, [heldDay(date, heldBy(calls.map(timed), told), false)]);
	}
}

/**
 * Fills the record of the days on which the product did not run, from what was known then (marked as replayed).
 * @param live whether the queue's calls are told of while they happen
 */
export async function replayMissing(
	database: Database,
	stored: DatedQueue,
	{ now, live }: { now: number; live: boolean }
): Promise<void> {
	const { id, queue } = stored;
	const today = wallTime(queue.zone, now).date;
	const firstDay = addDays(today, -heldDays);
	const kept = await readHeld(database, id, firstDay, today);
	// A record without anybody may be older than the history that was sent.
	const known = new Set(kept.some(({ callers }) => callers > 0) ? kept.map(({ day }) => day) : []);
	if (known.size >= heldDays) return;
	const calls = await callTimes(database, id, {
		fromAt: dayStart(queue.zone, addDays(firstDay, -learningDays)),
		toAt: dayStart(queue.zone, today),
		most: mostCalls
	});
	const typicalOn = await typicalBefore(database, stored, firstDay, today);
	const days = replayHeld(queue, calls.map(timed), { typicalOn, live, gridMs: shownGridMs });
	const missing = Array.from({ length: heldDays }, (_, i) => addDays(firstDay, i)).filter(
		(day) => !known.has(day)
	);
	// A day without callers has a row too: it is known that there were none.
	await saveHeld(
		database,
		id,
		missing.map((day) => heldDay(day, days.get(day) ?? nobody, true))
	);
}

const nobody: HeldCounts = { callers: 0, halfHeld: 0, mostHeld: 0, liveCallers: 0 };

/** Typical hours as they were known on the days from `firstDay` on, made anew every seventh day. */
async function typicalBefore(
	database: Database,
	{ id, queue }: DatedQueue,
	firstDay: string,
	toDay: string
): Promise<(date: string) => TypicalHours> {
	const fromDay = addDays(firstDay, -7 * typicalWeeks);
	const hours = intervals(queue.zone, dayStart(queue.zone, fromDay), dayStart(queue.zone, toDay), 'hour');
	const tallies = await readTallies(database, [{ id, queue }], hours);
	const made = new Map<number, TypicalHours>();
	let published: PublishedPools | null = null;
	for (let week = 0; week * 7 < heldDays; week++) {
		const day = addDays(firstDay, week * 7);
		const [fromAt, toAt] = [dayStart(queue.zone, addDays(day, -7 * typicalWeeks)), dayStart(queue.zone, day)];
		const first = hours.findIndex(({ startAt }) => startAt >= fromAt);
		const end = hours.findIndex(({ startAt }) => startAt >= toAt);
		const pools = hourPools(queue, hours.slice(first, end), tallies.slice(first, end));
		published = steadyPools(published, pools, queue.public.min_calls);
		made.set(week, hoursOf(published));
	}
	return (date) => {
		const week = Math.floor((dayNumber(date) - dayNumber(firstDay)) / 7);
		return made.get(week) ?? nothingKnown;
	};
}

const nothingKnown: TypicalHours = () => null;

function toldFrom({ fromAt, basis, halfUnder, mostUnder }: ToldWait) {
	return { fromAt, shown: basis && { basis, wait: { half_under: halfUnder, most_under: mostUnder } } };
}

function timed(call: StoredTimes): TimedCall {
	return { ...call, id: keyText(call) };
}

function heldDay(day: string, counts: HeldCounts, replayed: boolean): HeldDay {
	return { day, ...counts, replayed };
}
