import type { Outcome } from '#model/call.ts';
import { textArray } from './arrayText.ts';
import type { CallRow } from './calls.server.ts';
import type { Database } from './database.server.ts';

/** What of a stored call tells how its caller fared. */
export interface StoredTimes {
	sourceId: number;
	id: string;
	queueId: number;
	enqueuedAt: number;
	answeredAt: number | null;
	endedAt: number | null;
	outcome: Outcome;
	priority: number | null;
}

/** A queue's calls that were enqueued from `fromAt` (in) to `toAt` (out), at most `most` of them, the latest. */
export async function callTimes(
	{ sql }: Pick<Database, 'sql'>,
	queueId: number,
	{ fromAt, toAt, most }: { fromAt: number; toAt: number; most: number }
): Promise<StoredTimes[]> {
	return sql<StoredTimes[]>`
		select ${sql.unsafe(columns)} from call c
		where c.queue_id = ${queueId} and c.outcome <> 'deleted'
			and c.enqueued_at >= to_timestamp(${fromAt}::float8 / 1000)
			and c.enqueued_at < to_timestamp(${toAt}::float8 / 1000)
		order by c.enqueued_at desc limit ${most}`;
}

/**
 * The calls of queues (null: of all) enqueued since `fromAt` that are open, or of which something is dated since
 * `changedAt`, or that have one of these ids: what another process may have stored since it was last looked. Whoever
 * names the ids of calls that were open then is told of their end also where it was told late, and of their deletion.
 */
export async function changedTimes(
	{ sql }: Pick<Database, 'sql'>,
	queueIds: number[] | null,
	{ fromAt, changedAt, openIds }: { fromAt: number; changedAt: number; openIds: string[] }
): Promise<(Omit<StoredTimes, 'outcome'> & Pick<CallRow, 'outcome'>)[]> {
	const asked = JSON.stringify(queueIds);
	return sql`
		select ${sql.unsafe(columns)} from call c
		where c.enqueued_at >= to_timestamp(${fromAt}::float8 / 1000)
			and (${asked} = 'null' or c.queue_id in (select value::int from json_array_elements_text(
				case when ${asked} = 'null' then '[]' else ${asked} end::text::json)))
			and (c.outcome <> 'deleted' and (c.ended_at is null
					or greatest(c.enqueued_at, c.answered_at, c.ended_at) >= to_timestamp(${changedAt}::float8 / 1000))
				or c.id = any(${textArray(openIds)}::text::text[]))`;
}

const columns = `c.source_id "sourceId", c.id, c.queue_id "queueId",
	(extract(epoch from c.enqueued_at) * 1000)::float8 "enqueuedAt",
	(extract(epoch from c.answered_at) * 1000)::float8 "answeredAt",
	(extract(epoch from c.ended_at) * 1000)::float8 "endedAt", c.outcome, c.priority`;
