import { closedFrom, placeCount, weekPlaces, type SeenWeek } from '#analysis/weekHours.ts';
import { dayKind } from '#analysis/dayKind.ts';
import { exampleIntervals, leftOutRanges } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { datedQueue, readCalendar } from '#records/specialDays.server.ts';
import { identityOf } from '#rollups/keepAnswers.server.ts';
import { firstDayAt } from '#rollups/read.server.ts';
import { readPools } from '#rollups/readPools.server.ts';
import { intervals, type Interval } from '#time/intervals.ts';
import { openDuring } from '#time/serviceHours.ts';

/**
 * The hours of a range by weekday and hour with what came in them, from the first day on which the queues had a call:
 * before that they did not exist, which is not the same as being quiet. Hours that were marked as no examples are left out.
 * Ordinary days are those of the first queue; open is an hour when one of the queues is, by the service hours of today.
 */
export async function seenHours(
	database: Database,
	queues: [StoredQueue, ...StoredQueue[]],
	fromAt: number,
	toAt: number
): Promise<SeenWeek> {
	const { zone } = queues[0].queue;
	const firstAt = await firstDayAt(database, queues);
	const all =
		firstAt === null || firstAt >= toAt ? [] : intervals(zone, Math.max(fromAt, firstAt), toAt, 'hour');
	const ids = queues.map(({ id }) => id);
	const hours = await exampleIntervals(database, ids, all);
	const first = await datedQueue(database, queues[0]);
	const open = await openIn(database, queues, hours);
	const places = weekPlaces(zone, hours, {
		isOrdinary: (date) => dayKind(first, date).kind === 'workday',
		isOpen: (i) => open.some((ofOne) => ofOne[i])
	});
	const asked = { count: placeCount, namedFrom: closedFrom };
	const { pools, called } = await readPools(database, queues, hours, places, asked);
	return { zone, intervals: hours, places, pools, calledThoughClosed: called };
}

/** Whether each hour is open: once for all queues of the same calendar and service hours. */
async function openIn(database: Database, queues: StoredQueue[], hours: Interval[]): Promise<boolean[][]> {
	const dated = await Promise.all(queues.map((one) => datedQueue(database, one)));
	const different = new Map(
		dated.map((queue) => [JSON.stringify([queue.zone, queue.hours, identityOf(queue.calendar)]), queue])
	);
	return [...different.values()].map((queue) => openDuring(queue, hours));
}

/**
 * What the hours of a range depend on beside their figures: since when the queues exist, which days are ordinary, when
 * the queues are open, and which hours are no examples.
 */
export async function seenRules(
	database: Database,
	queues: [StoredQueue, ...StoredQueue[]],
	{ startAt, endAt }: Interval
): Promise<unknown[]> {
	const ids = queues.map(({ id }) => id);
	const [firstAt, leftOut, calendars] = await Promise.all([
		firstDayAt(database, queues),
		leftOutRanges(database, ids, { fromAt: startAt, toAt: endAt }),
		Promise.all(queues.map((one) => readCalendar(database, one)))
	]);
	return [
		firstAt === null ? null : Math.max(firstAt, startAt),
		queues[0].queue.month_end_days,
		queues.map(({ queue: { country, hours } }) => [country, hours]),
		calendars.map((calendar) => identityOf(calendar)),
		leftOut.map(({ fromAt, toAt }) => [fromAt, toAt])
	];
}
