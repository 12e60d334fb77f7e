import type { Database } from '#records/database.server.ts';
import { lockQueues } from '#records/lockQueues.server.ts';
import { listQueues } from '#records/queues.server.ts';
import type { Statements } from '#records/statements.ts';
import { levels, levelsOfDay, type RollupLevel } from './levels.ts';
import { rebuildLevels, rebuildMonths } from './rebuildLevels.server.ts';

/**
 * Makes the hours, days and months of queues that have only finer rows: an earlier version had no such level. Whoever
 * starts does it before it takes calls; where several start at once, each queue is done by one of them.
 */
export async function fillLevels(
	database: Pick<Database, 'sql' | 'db'>,
	say: (sentence: string) => void
): Promise<void> {
	let told = false;
	for (const { id, queue } of await listQueues(database)) {
		if ((await rebuildOf(database.sql, id)) === null) continue;
		if (!told) say('Making hours, days and months of the figures by quarter hour, once …');
		told = true;
		await database.sql.begin(async (sql) => {
			await lockQueues(sql, [id]);
			const rebuild = await rebuildOf(sql, id);
			await rebuild?.(sql, id, queue.zone);
		});
	}
}

/** What makes the rows that a queue lacks; null: it lacks none. */
async function rebuildOf(sql: Statements, queueId: number): Promise<typeof rebuildLevels | null> {
	const has = async (level: RollupLevel) =>
		(await sql`select from rollup where queue_id = ${queueId} and level = ${level} limit 1`).length > 0;
	if (!(await has(levels.quarter))) return null;
	for (const level of levelsOfDay) if (!(await has(level))) return rebuildLevels;
	return (await has(levels.month)) ? null : rebuildMonths;
}
