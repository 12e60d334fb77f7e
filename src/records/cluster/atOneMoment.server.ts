import type { TransactionSql } from 'postgres';
import { advisoryLocks } from '../advisoryLocks.server.ts';
import type { Database } from '../connect.server.ts';
import type { Statements } from '../statements.ts';
import { keepsCallKeys } from './callKeys.server.ts';

/** The locks of queues (lockQueues) that there are. */
const queueLocks = 1024;

type Transaction = TransactionSql<{ bigint: number }>;

/** Takes the locks of all queues until the transaction ends: nobody writes calls or rollups meanwhile. */
export async function lockAllQueues(sql: Statements): Promise<void> {
	await sql`
		select pg_advisory_xact_lock(${advisoryLocks.queue}, slot)
		from (select slot from generate_series(0, ${queueLocks - 1}::int) slot order by slot) slots`;
}

/**
 * Runs work that only reads and sees all tables as they were at one moment. The machines of a cluster each have a moment
 * of their own, so nobody stores calls until all of them have come to it.
 */
export async function atOneMoment<T>(
	{ sql }: Pick<Database, 'sql'>,
	work: (sql: Transaction) => Promise<T>
): Promise<T> {
	const read = async (reading: (sql: Transaction) => Promise<T>) => {
		const done = await sql.begin('isolation level repeatable read read only', async (inner) => {
			const result = await reading(inner);
			return () => result;
		});
		return done();
	};
	if (!(await keepsCallKeys(sql))) return read(work);
	let release: () => void = () => {};
	const opened = new Promise<void>((resolve) => (release = resolve));
	return new Promise((resolve, reject) => {
		const holding = sql.begin(async (lock) => {
			await lockAllQueues(lock);
			const reading = read(async (inner) => {
				await openEverywhere(inner);
				release();
				return work(inner);
			});
			reading.then(resolve, reject);
			await Promise.race([opened, reading]);
		});
		holding.catch(reject);
	});
}

/** Over one connection to each machine, whose moment is that of its first statement. */
async function openEverywhere(sql: Statements): Promise<void> {
	await sql`set local citus.max_adaptive_executor_pool_size = 1`;
	await sql`select queue_id from rollup limit 1`;
	await sql`select queue_id from call limit 1`;
}
