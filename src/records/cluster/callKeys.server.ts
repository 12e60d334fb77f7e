import { numberArray, textArray } from '../arrayText.ts';
import type { CallKey } from '../calls.server.ts';
import type { Statements } from '../statements.ts';

/**
 * Where calls lie on several machines, each with its queue, no index spans them all, so none can refuse a call that
 * another queue has already. The keys of all calls are then kept in a table of their own, spread by the calls' ids;
 * elsewhere the primary key of the calls does that and there is no such table.
 */
export async function makeCallKeys(sql: Statements, shards: number): Promise<void> {
	await sql`
		create table call_key (source_id int not null, id text not null, constraint call_key_pkey primary key (id, source_id))`;
	await sql`insert into call_key (source_id, id) select source_id, id from call`;
	await sql`
		select create_distributed_table('call_key', 'id', colocate_with := 'none', shard_count := ${shards}::int)`;
	await sql`select truncate_local_data_after_distributing_table('call_key')`;
	// The queue comes last: calls are looked up by the rest.
	await sql`alter table call drop constraint call_pkey`;
	await sql`alter table call add constraint call_pkey primary key (source_id, id, queue_id)`;
}

/** Whether the keys of calls are kept in a table of their own. Sure to stay so while a queue's lock is held. */
export async function keepsCallKeys(sql: Statements): Promise<boolean> {
	const [row] = await sql<{ kept: boolean }[]>`select to_regclass('call_key') is not null kept`;
	return row?.kept === true;
}

/** Takes keys for calls that are new. One that is taken already fails with 23505 (unique_violation). */
export async function takeCallKeys(sql: Statements, keys: CallKey[]): Promise<void> {
	if (keys.length === 0) return;
	await sql`
		insert into call_key (source_id, id)
		select source_id, id from unnest(${numberArray(keys.map((key) => key.sourceId))}::text::int[],
			${textArray(keys.map((key) => key.id))}::text::text[]) given(source_id, id)`;
}

/**
 * Whether a key was stored already. Of what goes wrong on a worker during a COPY Citus tells no code (13.2,
 * `ReportCopyError`): that counts as it, since whoever is told so looks the keys up, or begins anew, and meets
 * whatever else it was again.
 */
export function isTakenKey(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return (
		('code' in error && error.code === '23505') || ('routine' in error && error.routine === 'ReportCopyError')
	);
}
