import type { Sql } from 'postgres';
import { StartError } from '#model/startError.ts';
import { advisoryLocks } from '../advisoryLocks.server.ts';
import type { Statements } from '../statements.ts';
import { lockAllQueues } from './atOneMoment.server.ts';
import { makeCallKeys } from './callKeys.server.ts';

/** Each call and each row of sums lies with its queue. */
const byQueue = ['call', 'rollup'];
/** Small, and asked together with calls and sums: every machine has them. The other tables stay on the coordinator. */
const everywhere = ['queue', 'source', 'topic'];

export interface Distribution {
	/** What was done now; empty where all had been done before. */
	distributed: string[];
	replicated: string[];
	workers: number;
}

/**
 * Spreads calls and sums over the machines of a Citus cluster, each queue whole on one of them. In one transaction:
 * calls that come meanwhile wait. What is distributed already stays as it is. Throws StartError, one sentence, where
 * the database is no coordinator with workers.
 *
 * @param shards in how many pieces; more of them can be spread over more machines later, fewer are quicker to ask
 */
export async function distribute(sql: Sql<{ bigint: number }>, shards: number): Promise<Distribution> {
	const workers = await countWorkers(sql);
	return sql.begin(async (sql) => {
		await sql`select pg_advisory_xact_lock(${advisoryLocks.migration}, 0)`;
		await lockAllQueues(sql);
		// Else Citus opens a connection a shard, and then lets nobody touch a table that is everywhere.
		await sql`set local citus.multi_shard_modify_mode = 'sequential'`;
		const done = await distributedTables(sql);
		const missing = (table: string) => !done.has(table);
		const replicated = everywhere.filter(missing);
		for (const table of replicated) await sql`select create_reference_table(${table}::text::regclass)`;
		const distributed = byQueue.filter(missing);
		if (missing('call')) await makeCallKeys(sql, shards);
		for (const table of distributed) {
			await sql`
				select create_distributed_table(${table}::text::regclass, 'queue_id',
					colocate_with := ${table === 'call' ? 'none' : 'call'}, shard_count := ${table === 'call' ? shards : null}::int)`;
			await sql`select truncate_local_data_after_distributing_table(${table}::text::regclass)`;
		}
		return { distributed, replicated, workers };
	});
}

/** In how many pieces the calls lie; 0 where they are not spread. */
export async function shardsOfCalls(sql: Statements): Promise<number> {
	if (!(await distributedTables(sql)).has('call')) return 0;
	const [row] = await sql<{ shards: number }[]>`
		select count(*)::int shards from pg_dist_shard where logicalrelid = 'call'::regclass`;
	return row?.shards ?? 0;
}

/** The tables that Citus has taken in hand; none where it is not there. */
export async function distributedTables(sql: Statements): Promise<Set<string>> {
	if (!(await hasCitus(sql))) return new Set();
	const rows = await sql<{ name: string }[]>`select logicalrelid::text as name from pg_dist_partition`;
	return new Set(rows.map(({ name }) => name));
}

async function hasCitus(sql: Statements): Promise<boolean> {
	return (await sql`select from pg_extension where extname = 'citus'`).length > 0;
}

async function countWorkers(sql: Statements): Promise<number> {
	if (!(await hasCitus(sql)))
		throw new StartError('DATABASE_URL names a database without the extension citus: create it there first.');
	const nodes = await sql<{ isCoordinator: boolean; holdsCalls: boolean }[]>`
		select groupid = 0 "isCoordinator", shouldhaveshards "holdsCalls" from pg_dist_node
		where isactive and noderole = 'primary'`;
	if (!nodes.some(({ isCoordinator }) => isCoordinator))
		throw new StartError(
			'The coordinator has not been told its own name: select citus_set_coordinator_host(…) there first.'
		);
	const workers = nodes.filter(({ holdsCalls }) => holdsCalls).length;
	if (workers === 0)
		throw new StartError('The cluster has no workers: select citus_add_node(…) on the coordinator first.');
	return workers;
}
