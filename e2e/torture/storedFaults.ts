import type { Database } from '#records/database.server.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import type { Ledger } from './ledger.ts';

/**
 * Holds what is stored of these queues against the ledger, and the figures against what is stored: sentences, none when
 * all is as it should be. Every acknowledged call there once, nothing else there, each counted once.
 */
export async function storedFaults(database: Database, ledger: Ledger, queues: string[]): Promise<string[]> {
	const rows = await database.sql<{ id: string; outcome: string }[]>`
		select call.id, call.outcome::text from call join queue on queue.id = call.queue_id
		where queue.slug in ${database.sql(queues)}`;
	const stored = new Map(rows.map(({ id, outcome }) => [id, outcome]));
	const faults = ledger.faults(stored);
	if (rows.length !== stored.size) faults.push(`${rows.length - stored.size} calls are stored twice`);
	const [counted] = await database.sql<{ calls: number }[]>`
		select coalesce(sum(answered + waiting), 0)::int as calls from rollup join queue on queue.id = rollup.queue_id
		where queue.slug in ${database.sql(queues)} and level = 1440 and topic_id = 0`;
	if (counted?.calls !== rows.length)
		faults.push(`${rows.length} calls are stored, and the figures of days count ${counted?.calls}`);
	for (const queue of queues) {
		const { differences } = await verifyRollups(database, { queue });
		if (differences.length > 0) faults.push(`verify: ${differences.length} figures of ${queue} differ`);
	}
	return faults;
}
