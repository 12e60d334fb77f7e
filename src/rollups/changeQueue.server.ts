import type { Queue } from '#model/queue.ts';
import type { Database } from '#records/database.server.ts';
import { lockQueues } from '#records/lockQueues.server.ts';
import { findQueue, putQueue, type StoredQueue } from '#records/queues.server.ts';
import type { Statements } from '#records/statements.ts';
import { dayStart, wallTime } from '#time/zone.ts';
import { keyOf, levels } from './changes.ts';
import { mergeStored, storedColumns, writeRows, type RollupRow, type StoredRow } from './rows.server.ts';
import { emptyTally } from './tally.ts';

/**
 * Creates a queue or changes its settings. In another zone its days are other days: then they are made anew from the
 * quarter hours, under the queue's lock, so that calls that come meanwhile land in the new days.
 */
export async function changeQueue(database: Database, queue: Queue): Promise<StoredQueue> {
	const known = await findQueue(database, queue.slug);
	if (!known || known.queue.zone === queue.zone) return putQueue(database, queue);
	await database.sql.begin(async (sql) => {
		await lockQueues(sql, [known.id]);
		await sql`update queue set zone = ${queue.zone} where id = ${known.id}`;
		await sql`delete from rollup where queue_id = ${known.id} and level = ${levels.day}`;
		await rebuildDays(sql, known.id, queue.zone);
	});
	return putQueue(database, queue);
}

async function rebuildDays(sql: Statements, queueId: number, zone: string): Promise<void> {
	const days = new Map<string, RollupRow>();
	const quarters = sql<StoredRow[]>`
		select ${sql.unsafe(storedColumns)} from rollup r where r.queue_id = ${queueId} and r.level = ${levels.quarter}`;
	for await (const rows of quarters.cursor(5000)) {
		for (const row of rows) {
			const startAt = dayStart(zone, wallTime(zone, row.startAt).date);
			const key = { queueId, level: levels.day, topicId: row.topicId, startAt };
			const day = days.get(keyOf(key)) ?? { ...key, tally: emptyTally() };
			mergeStored(day.tally, row);
			days.set(keyOf(key), day);
		}
	}
	const all = [...days.values()];
	for (let at = 0; at < all.length; at += 1000) await writeRows(sql, all.slice(at, at + 1000));
}
