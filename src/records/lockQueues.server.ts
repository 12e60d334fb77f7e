import { advisoryLocks } from './advisoryLocks.server.ts';
import { onlyByKey, setLocally } from './readByKey.server.ts';
import type { Statements } from './statements.ts';

/**
 * Takes the locks of queues until the transaction ends, in one order for everybody, and gives the queues' zones as
 * they are under the lock. Whoever writes calls or rollups of a queue holds its lock. One that cannot be had in time is
 * 55P03 (lock_not_available).
 * @param byKey all that this transaction reads it asks for by key (readByKey.server.ts)
 */
export async function lockQueues(
	sql: Statements,
	queueIds: number[],
	{ patienceMs = 20_000, byKey = false }: { patienceMs?: number; byKey?: boolean } = {}
): Promise<Map<number, string>> {
	const settings = { lock_timeout: String(patienceMs), ...(byKey ? onlyByKey : {}) };
	const setting = setLocally(sql, settings);
	const asked = JSON.stringify([...new Set(queueIds)]);
	const locked = sql`
		select pg_advisory_xact_lock(${advisoryLocks.queue}, slot)
		from (select distinct value::int % 1024 slot from json_array_elements_text(${asked}::text::json) order by slot) slots`;
	const zones = sql<{ id: number; zone: string }[]>`
		select id, zone from queue where id in (select value::int from json_array_elements_text(${asked}::text::json))`;
	// Sent together; the last one runs, and sees what there is, only when the locks are held.
	const [, , rows] = await Promise.all([setting, locked, zones]);
	return new Map(rows.map((row) => [row.id, row.zone]));
}
