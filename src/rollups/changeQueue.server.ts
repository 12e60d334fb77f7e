import type { Queue } from '#model/queue.ts';
import type { Database } from '#records/database.server.ts';
import { lockQueues } from '#records/lockQueues.server.ts';
import { findQueue, putQueue, type StoredQueue } from '#records/queues.server.ts';
import { rebuildLevels } from './rebuildLevels.server.ts';

/**
 * Creates a queue or changes its settings. In another zone its hours and days are others: then they are made anew from
 * the quarter hours, under the queue's lock, so that calls that come meanwhile land in the new ones.
 */
export async function changeQueue(database: Database, queue: Queue): Promise<StoredQueue> {
	const known = await findQueue(database, queue.slug);
	if (!known || known.queue.zone === queue.zone) return putQueue(database, queue);
	await database.sql.begin(async (sql) => {
		await lockQueues(sql, [known.id]);
		await sql`update queue set zone = ${queue.zone} where id = ${known.id}`;
		await rebuildLevels(sql, known.id, queue.zone);
	});
	return putQueue(database, queue);
}
