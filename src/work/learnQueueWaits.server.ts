import { learnService } from '#analysis/serviceLearned.ts';
import { learnWaits, type PastHour } from '#analysis/waitRelation.ts';
import { exampleIntervals } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import { emptyTally, mergeTally, offered } from '#rollups/tally.ts';
import { isEmpty } from '#rollups/waits.ts';
import { dayNumber } from '#time/dates.ts';
import { intervals } from '#time/intervals.ts';
import { openHours } from '#time/serviceHours.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { breath } from './breath.server.ts';
import type { LearnedForecast } from './learnedForecast.ts';

/** A quarter of a year: plans of staff change, and older waits count next to nothing. */
const learnedDays = 91;

/** Learns how long callers have waited at which load, how long calls take, and how long callers stay. */
export async function learnQueueWaits(
	database: Database,
	stored: StoredQueue,
	{ now, likeOf }: { now: number; likeOf: (day: number) => number }
): Promise<Pick<LearnedForecast, 'waits' | 'service'>> {
	const queue = await datedQueue(database, stored);
	const today = wallTime(queue.zone, now).date;
	const fromAt = dayStart(queue.zone, addDays(today, -learnedDays));
	const all = intervals(queue.zone, fromAt, dayStart(queue.zone, today), 'hour');
	const hours = await exampleIntervals(database, [stored.id], all);
	const tallies = await readTallies(database, [stored], hours);
	await breath();
	const open = new Map<string, boolean[]>();
	const past = hours.flatMap(({ startAt }, i): PastHour[] => {
		const tally = tallies[i];
		const { date, hour } = wallTime(queue.zone, startAt);
		const isOpen = open.get(date) ?? openHours(queue, date);
		open.set(date, isOpen);
		// Outside of service hours nobody answers: such waits say nothing about an open hour.
		if (!tally || isEmpty(tally.waits) || !isOpen[hour]) return [];
		const day = dayNumber(date);
		return [{ day, hour, like: likeOf(day), offered: offered(tally), waits: tally.waits }];
	});
	const sum = emptyTally();
	for (const tally of tallies) mergeTally(sum, tally);
	return {
		waits: learnWaits(past, dayNumber(today), queue.public.min_calls),
		service: learnService(sum)
	};
}
