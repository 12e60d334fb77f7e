import type { Settings } from '#model/settings.ts';
import type { Database } from '#records/database.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { oldestKeptAt } from '#rollups/oldestKept.ts';

const hourMs = 3_600_000;

/**
 * Drops the calls that are older than they are to be kept, now and every hour; their sums stay. Gives what ends it;
 * does nothing where calls are kept for ever.
 */
export function keepRetention(
	database: Database,
	{ retentionDays }: Pick<Settings, 'retentionDays'>,
	now: () => number
): () => void {
	if (retentionDays === null) return () => {};
	const run = () =>
		dropOldCalls(database, retentionDays, now()).catch((error) => console.error('Retention:', error));
	void run();
	const timer = setInterval(run, hourMs);
	return () => clearInterval(timer);
}

/** Deletes each queue's calls of the days that are no longer kept; how many there were. */
export async function dropOldCalls(database: Database, retentionDays: number, now: number): Promise<number> {
	let dropped = 0;
	for (const { id, queue } of await listQueues(database)) {
		const oldestAt = oldestKeptAt(queue.zone, retentionDays, now);
		const { count } = await database.sql`
			delete from call where queue_id = ${id} and outcome <> 'deleted'
				and enqueued_at < to_timestamp(${oldestAt}::float8 / 1000)`;
		dropped += count;
	}
	return dropped;
}
