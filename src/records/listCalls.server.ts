import type { Outcome } from '#model/call.ts';
import type { Database } from './database.server.ts';
import { knownTopicIds } from './names.server.ts';

/** Which calls of a queue: those enqueued from `fromAt` (in) to `toAt` (out) that fit all the rest; null: any. */
export interface CallFilter {
	fromAt: number;
	toAt: number;
	outcomes: readonly Outcome[] | null;
	/** Both are in. Calls that still wait have no wait to compare. */
	leastWaitSeconds: number | null;
	mostWaitSeconds: number | null;
	agent: string | null;
	/** As the sources name it. */
	topic: string | null;
}

/** A call as it is shown: never its caller's number, nor what stands for it. */
export interface ListedCall {
	id: string;
	source: string;
	enqueuedAt: number;
	answeredAt: number | null;
	endedAt: number | null;
	outcome: Outcome;
	/** Until the answer, or until it left the queue; null while it waits. */
	waitMs: number | null;
	agent: string | null;
	topic: string | null;
	channel: string;
	priority: number | null;
	talkSeconds: number | null;
	holdSeconds: number | null;
	wrapSeconds: number | null;
	/** The number was seen in this queue in the 24 hours before; null where no number was sent. */
	repeat: boolean | null;
	sourceId: number;
}

/** Where in the list a page ended: calls are listed the latest first. */
export type CallPlace = Pick<ListedCall, 'enqueuedAt' | 'sourceId' | 'id'>;

/** So long a question may keep the database busy. */
const mostMs = 10_000;

/** At most `limit` calls of a queue behind a place; null where looking through them all would take too long. */
export async function listCalls(
	database: Pick<Database, 'sql' | 'db'>,
	queueId: number,
	{ fromAt, toAt, outcomes, leastWaitSeconds, mostWaitSeconds, agent, topic }: CallFilter,
	{ after, limit }: { after: CallPlace | null; limit: number }
): Promise<ListedCall[] | null> {
	const topicId = topic === null ? null : ((await knownTopicIds(database, [topic])).get(topic) ?? 0);
	// No agent's name holds NUL, and PostgreSQL does not even take the question.
	if (topicId === 0 || agent?.includes('\0')) return [];
	const { sql } = database;
	const at = (ms: number) => sql`to_timestamp(${ms}::float8 / 1000)`;
	const wait = sql`(case when c.outcome = 'answered' then c.answered_at else c.ended_at end - c.enqueued_at)`;
	const long = (seconds: number) => sql`make_interval(secs => ${seconds}::float8)`;
	const reading = sql.begin('read only', async (sql) => {
		await sql.unsafe(`set local statement_timeout = ${mostMs}`);
		return sql<ListedCall[]>`
			select c.id, s.name source, c.source_id "sourceId", c.outcome, c.agent, t.name topic, c.channel, c.priority,
				round(date_part('epoch', c.enqueued_at) * 1000)::float8 "enqueuedAt",
				round(date_part('epoch', c.answered_at) * 1000)::float8 "answeredAt",
				round(date_part('epoch', c.ended_at) * 1000)::float8 "endedAt",
				round(date_part('epoch', ${wait}) * 1000)::float8 "waitMs",
				c.talk_seconds "talkSeconds", c.hold_seconds "holdSeconds", c.wrap_seconds "wrapSeconds",
				case when c.caller is null then null else c.repeat end repeat
			from (select * from call c where c.queue_id = ${queueId} and c.outcome <> 'deleted'
				and c.enqueued_at >= ${at(fromAt)} and c.enqueued_at < ${at(toAt)}
				${outcomes === null ? sql`` : sql`and c.outcome::text in ${sql(outcomes)}`}
				${leastWaitSeconds === null ? sql`` : sql`and ${wait} >= ${long(leastWaitSeconds)}`}
				${mostWaitSeconds === null ? sql`` : sql`and ${wait} <= ${long(mostWaitSeconds)}`}
				${agent === null ? sql`` : sql`and c.agent = ${agent}`}
				${topicId === null ? sql`` : sql`and c.topic_id = ${topicId}`}
				${after === null ? sql`` : behind(after)}
			order by c.enqueued_at desc, c.source_id desc, c.id desc limit ${limit}) c
			join source s on s.id = c.source_id left join topic t on t.id = c.topic_id
			order by c.enqueued_at desc, c.source_id desc, c.id desc`;
	});
	// The first comparison alone is what the index knows.
	function behind({ enqueuedAt, sourceId, id }: CallPlace) {
		return sql`and c.enqueued_at <= ${at(enqueuedAt)}
			and (c.enqueued_at, c.source_id, c.id) < (${at(enqueuedAt)}, ${sourceId}::int, ${id}::text)`;
	}
	return reading.catch((error: unknown) => {
		if (isTimeout(error)) return null;
		throw error;
	});
}

/** `query_canceled`: what PostgreSQL says when the time is over. */
function isTimeout(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === '57014';
}
