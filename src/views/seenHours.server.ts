import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { firstDayAt, readTallies } from '#rollups/read.server.ts';
import type { Tally } from '#rollups/tally.ts';
import { intervals, type Interval } from '#time/intervals.ts';

/**
 * The hours of a range with what came in each, from the first day on which the queues had a call: before that they
 * did not exist, which is not the same as being quiet.
 */
export async function seenHours(
	database: Database,
	queues: [StoredQueue, ...StoredQueue[]],
	fromAt: number,
	toAt: number
): Promise<{ intervals: Interval[]; tallies: Tally[] }> {
	const firstAt = await firstDayAt(database, queues);
	if (firstAt === null || firstAt >= toAt) return { intervals: [], tallies: [] };
	const seen = intervals(queues[0].queue.zone, Math.max(fromAt, firstAt), toAt, 'hour');
	return { intervals: seen, tallies: await readTallies(database, queues, seen) };
}
