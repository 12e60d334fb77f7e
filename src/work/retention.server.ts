import type { Settings } from '#model/settings.ts';
import { dropCallerKeys } from '#records/callerKeys.server.ts';
import type { Database } from '#records/database.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { keptDays, oldestKeptAt } from '#rollups/oldestKept.ts';

const hourMs = 3_600_000;

/**
 * Drops the calls that are older than they are to be kept, and the keys of callers' numbers of past years, now and
 * every hour; sums stay. Gives what ends it.
 */
export function keepRetention(
	database: Database,
	{ retentionDays, callerKeyYearly }: Pick<Settings, 'retentionDays' | 'callerKeyYearly'>,
	now: () => number
): () => void {
	const run = async () => {
		await dropOldCalls(database, retentionDays, now());
		if (callerKeyYearly) await dropCallerKeys(database, now());
	};
	const tryTo = () => run().catch((error) => console.error('Retention:', error));
	void tryTo();
	const timer = setInterval(tryTo, hourMs);
	return () => clearInterval(timer);
}

/**
 * Deletes each queue's calls of the days that are no longer kept; how many there were.
 * @param retentionDays of queues that have no shorter time of their own; null: for ever
 */
export async function dropOldCalls(
	database: Database,
	retentionDays: number | null,
	now: number
): Promise<number> {
	let dropped = 0;
	for (const { id, queue } of await listQueues(database)) {
		const days = keptDays(queue, retentionDays);
		if (days === null) continue;
		const oldestAt = oldestKeptAt(queue.zone, days, now);
		const { count } = await database.sql`
			delete from call where queue_id = ${id} and outcome <> 'deleted'
				and enqueued_at < to_timestamp(${oldestAt}::float8 / 1000)`;
		dropped += count;
	}
	return dropped;
}
