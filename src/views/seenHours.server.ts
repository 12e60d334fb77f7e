import { placeCount, weekPlaces, type SeenWeek } from '#analysis/weekHours.ts';
import { dayKind } from '#analysis/dayKind.ts';
import { exampleIntervals, leftOutRanges } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { readCalendar } from '#records/specialDays.server.ts';
import { identityOf } from '#rollups/keepAnswers.server.ts';
import { firstDayAt } from '#rollups/read.server.ts';
import { readPools } from '#rollups/readPools.server.ts';
import { intervals, type Interval } from '#time/intervals.ts';

/**
 * The hours of a range by weekday and hour with what came in them, from the first day on which the queues had a call:
 * before that they did not exist, which is not the same as being quiet. Hours that were marked as no examples are left out. Ordinary days are those of the first queue.
 */
export async function seenHours(
	database: Database,
	queues: [StoredQueue, ...StoredQueue[]],
	fromAt: number,
	toAt: number
): Promise<SeenWeek> {
	const { zone, country, month_end_days } = queues[0].queue;
	const firstAt = await firstDayAt(database, queues);
	const all =
		firstAt === null || firstAt >= toAt ? [] : intervals(zone, Math.max(fromAt, firstAt), toAt, 'hour');
	const ids = queues.map(({ id }) => id);
	const hours = await exampleIntervals(database, ids, all);
	const rules = { country, month_end_days, calendar: await readCalendar(database, queues[0]) };
	const places = weekPlaces(zone, hours, (date) => dayKind(rules, date).kind === 'workday');
	const pools = await readPools(database, queues, hours, places, placeCount);
	return { zone, intervals: hours, places, pools };
}

/**
 * What the hours of a range depend on beside their figures: since when the queues exist, which days are ordinary, and
 * which hours are no examples.
 */
export async function seenRules(
	database: Database,
	queues: [StoredQueue, ...StoredQueue[]],
	{ startAt, endAt }: Interval
): Promise<unknown[]> {
	const { country, month_end_days } = queues[0].queue;
	const ids = queues.map(({ id }) => id);
	const [firstAt, leftOut, calendar] = await Promise.all([
		firstDayAt(database, queues),
		leftOutRanges(database, ids, { fromAt: startAt, toAt: endAt }),
		readCalendar(database, queues[0])
	]);
	return [
		firstAt === null ? null : Math.max(firstAt, startAt),
		country,
		month_end_days,
		identityOf(calendar),
		leftOut.map(({ fromAt, toAt }) => [fromAt, toAt])
	];
}
