import { advisoryLocks } from './advisoryLocks.server.ts';
import type { Statements } from './statements.ts';

/**
 * Takes the locks of queues until the transaction ends, in one order for everybody, and gives the queues' zones as
 * they are under the lock. Whoever writes calls or rollups of a queue holds its lock.
 */
export async function lockQueues(sql: Statements, queueIds: number[]): Promise<Map<number, string>> {
	const asked = JSON.stringify([...new Set(queueIds)]);
	await sql`
		select pg_advisory_xact_lock(${advisoryLocks.queue}, slot)
		from (select distinct value::int % 1024 slot from json_array_elements_text(${asked}::text::json) order by slot) slots`;
	const rows = await sql<{ id: number; zone: string }[]>`
		select id, zone from queue where id in (select value::int from json_array_elements_text(${asked}::text::json))`;
	return new Map(rows.map((row) => [row.id, row.zone]));
}
