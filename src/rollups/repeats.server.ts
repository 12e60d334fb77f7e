import type { Statements } from '#records/statements.ts';
import type { Outcome } from '#model/call.ts';

/** A caller of a queue whose calls changed around an instant. */
export interface TouchedCaller {
	queueId: number;
	caller: string;
	at: number;
}

/** A call whose mark "seen in the 24 hours before" has changed; `repeat` is the new mark. */
export interface RepeatChange {
	queueId: number;
	topicId: number | null;
	enqueuedAt: number;
	outcome: Outcome;
	repeat: boolean;
}

/**
 * Marks anew the calls of these callers: a call repeats when the same number called the same queue in the 24 hours
 * before it. A call that comes, goes or moves can change the mark of those in the 24 hours after it. Runs in the
 * transaction that changed the calls, under their queues' locks.
 */
export async function markRepeats(sql: Statements, touched: TouchedCaller[]): Promise<RepeatChange[]> {
	if (touched.length === 0) return [];
	const asked = JSON.stringify(touched.map(({ queueId, caller, at }) => ({ q: queueId, c: caller, a: at })));
	return sql<RepeatChange[]>`
		with touched as (
			select q, c, to_timestamp(min(a) / 1000) first_at, to_timestamp(max(a) / 1000) last_at
			from json_to_recordset(${asked}::text::json) t(q int, c bigint, a float8) group by q, c
		), marked as (
			select c.queue_id, c.source_id, c.id, c.enqueued_at >= t.first_at in_reach, c.repeat,
				count(*) over (partition by c.queue_id, c.caller order by c.enqueued_at
					range between interval '24 hours' preceding and interval '1 microsecond' preceding) > 0 is_repeat
			from touched t join call c on c.queue_id = t.q and c.caller = t.c
				and c.enqueued_at between t.first_at - interval '24 hours' and t.last_at + interval '24 hours'
		)
		update call c set repeat = m.is_repeat from marked m
		where c.queue_id = m.queue_id and c.source_id = m.source_id and c.id = m.id and m.in_reach and m.repeat <> m.is_repeat
		returning c.queue_id "queueId", c.topic_id "topicId",
			(extract(epoch from c.enqueued_at at time zone 'UTC') * 1000)::float8 "enqueuedAt", c.outcome, c.repeat`;
}
