import { keepsCallKeys } from './cluster/callKeys.server.ts';
import type { Database } from './database.server.ts';

const dayMs = 86_400_000;

/** Deletes a queue's calls that were enqueued before an instant; how many there were. */
export async function dropCalls(
	database: Pick<Database, 'sql'>,
	queueId: number,
	beforeAt: number
): Promise<number> {
	if (await keepsCallKeys(database.sql)) return dropWithKeys(database, queueId, beforeAt);
	const { count } = await deletion(database, queueId, beforeAt);
	return count;
}

/** The keys that are kept apart go with their calls; day by day, since they are carried from one machine to another. */
async function dropWithKeys(
	{ sql }: Pick<Database, 'sql'>,
	queueId: number,
	beforeAt: number
): Promise<number> {
	const [first] = await sql<{ at: number | null }[]>`
		select round(date_part('epoch', min(enqueued_at)) * 1000) at from call
		where queue_id = ${queueId} and outcome <> 'deleted'`;
	let dropped = 0;
	for (let at = first?.at ?? beforeAt; at < beforeAt; at += dayMs) {
		const { count } = await sql`
			with gone as (${deletion({ sql }, queueId, Math.min(at + dayMs, beforeAt))} returning source_id, id),
				gone_keys as (delete from call_key k using gone where k.source_id = gone.source_id and k.id = gone.id)
			select from gone`;
		dropped += count;
	}
	return dropped;
}

function deletion({ sql }: Pick<Database, 'sql'>, queueId: number, beforeAt: number) {
	return sql`
		delete from call where queue_id = ${queueId} and outcome <> 'deleted'
			and enqueued_at < to_timestamp(${beforeAt}::float8 / 1000)`;
}
