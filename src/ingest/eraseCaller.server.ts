import { numberArray } from '#records/arrayText.ts';
import { allCallerKeys } from '#records/callerKeys.server.ts';
import type { Database } from '#records/database.server.ts';
import { lockQueues } from '#records/lockQueues.server.ts';
import type { Statements } from '#records/statements.ts';
import { applyChanges } from '#rollups/applyChanges.server.ts';
import { RollupChanges } from '#rollups/changes.ts';
import { spanOf } from '#rollups/levels.ts';
import { callerHash } from './resolve.server.ts';

interface ForgottenCall {
	topicId: number | null;
	enqueuedAt: number;
	repeat: boolean;
	isDeleted: boolean;
}

/**
 * Takes a caller out of every record: their calls stay, of nobody. How many calls with a number there are and how many
 * of them were repeated follow, in the same transaction for each queue. What their phone system sends of them
 * afterwards is new again. Gives how many calls there were.
 */
export async function eraseCaller(database: Pick<Database, 'sql' | 'db'>, number: string): Promise<number> {
	const hashes = (await allCallerKeys(database)).map((key) => callerHash(number, key));
	await forgetInTrails(database, hashes);
	const queues = await database.sql<{ id: number }[]>`select id from queue order by id`;
	let calls = 0;
	for (const { id } of queues) calls += await database.sql.begin((sql) => eraseInQueue(sql, id, hashes));
	return calls;
}

async function eraseInQueue(sql: Statements, queueId: number, hashes: string[]): Promise<number> {
	const zone = (await lockQueues(sql, [queueId])).get(queueId);
	if (zone === undefined) return 0;
	const theirs = sql`queue_id = ${queueId} and caller = any(${numberArray(hashes)}::text::bigint[])`;
	const forgotten = await sql<ForgottenCall[]>`
		select topic_id "topicId", (extract(epoch from enqueued_at) * 1000)::float8 "enqueuedAt", repeat,
			outcome = 'deleted' "isDeleted"
		from call where ${theirs}`;
	await sql`update call set caller = null, repeat = false where ${theirs}`;
	const changes = new RollupChanges();
	for (const { isDeleted, ...call } of forgotten) if (!isDeleted) changes.forgetCaller({ ...call, queueId });
	await applyChanges(
		sql,
		changes.rows((_, level, at) => spanOf(level, zone, at))
	);
	return forgotten.length;
}

/** What logs have said of calls that may go on: a line ends with a tab and the caller's hash (ingest/trail.ts). */
async function forgetInTrails({ sql }: Pick<Database, 'sql'>, hashes: string[]): Promise<void> {
	const pattern = `\t(${hashes.map((hash) => hash.replace('-', '\\-')).join('|')})(?=\n|$)`;
	await sql`update call_trail set events = regexp_replace(events, ${pattern}, '', 'g') where events ~ ${pattern}`;
}
