import type { Database } from '#records/database.server.ts';
import { lockQueues } from '#records/lockQueues.server.ts';
import { listQueues } from '#records/queues.server.ts';
import type { Statements } from '#records/statements.ts';
import { coarseLevels, levels, type RollupLevel } from './levels.ts';
import { rebuildLevels } from './rebuildLevels.server.ts';

/**
 * Makes the hours and days of queues that have only finer rows: an earlier version had no such level. Whoever starts
 * does it before it takes calls; where several start at once, each queue is done by one of them.
 */
export async function fillLevels(
	database: Pick<Database, 'sql' | 'db'>,
	say: (sentence: string) => void
): Promise<void> {
	let told = false;
	for (const { id, queue } of await listQueues(database)) {
		if (await isFilled(database.sql, id)) continue;
		if (!told) say('Making hours and days of the figures by quarter hour, once …');
		told = true;
		await database.sql.begin(async (sql) => {
			await lockQueues(sql, [id]);
			if (!(await isFilled(sql, id))) await rebuildLevels(sql, id, queue.zone);
		});
	}
}

async function isFilled(sql: Statements, queueId: number): Promise<boolean> {
	const has = async (level: RollupLevel) =>
		(await sql`select from rollup where queue_id = ${queueId} and level = ${level} limit 1`).length > 0;
	if (!(await has(levels.quarter))) return true;
	return (await Promise.all(coarseLevels.map(has))).every(Boolean);
}
