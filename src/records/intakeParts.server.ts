import type { Database } from './database.server.ts';
import type { IntakeRow } from './intake.server.ts';

type Connection = Pick<Database, 'sql'>;

const slotMs = 300_000;

/** Adds what has come to its stretch of five minutes. */
export async function addIntakeParts({ sql }: Connection, rows: IntakeRow[]): Promise<void> {
	if (rows.length === 0) return;
	const given = rows.map(({ source, receivedAt, newestAt, read, refused }) => ({
		source: source.replaceAll('\0', '\ufffd').toWellFormed(),
		start_ms: Math.floor(receivedAt / slotMs) * slotMs,
		delay: newestAt === null ? null : Math.max(0, receivedAt - newestAt),
		ahead: newestAt === null ? null : Math.max(0, newestAt - receivedAt),
		read,
		refused
	}));
	await sql`
		insert into intake_part as known (source, start_at, least_delay_ms, most_ahead_ms, read, refused)
		select source, to_timestamp(start_ms / 1000), delay, ahead, read, refused
		from json_to_recordset(${JSON.stringify(given)}::text::json)
			j(source text, start_ms float8, delay float8, ahead float8, read int, refused int)
		on conflict (source, start_at) do update set
			least_delay_ms = least(known.least_delay_ms, excluded.least_delay_ms),
			most_ahead_ms = greatest(known.most_ahead_ms, excluded.most_ahead_ms),
			read = known.read + excluded.read,
			refused = known.refused + excluded.refused`;
}

/** Notes that these sources, by their ids, have told of these queues. */
export async function addSourceQueues(
	{ sql }: Connection,
	pairs: { sourceId: number; queueId: number }[],
	now: number
): Promise<void> {
	if (pairs.length === 0) return;
	await sql`
		insert into source_queue (source, queue_id, seen_at)
		select s.name, j."queueId", to_timestamp(${now}::float8 / 1000)
		from json_to_recordset(${JSON.stringify(pairs)}::text::json) j("sourceId" int, "queueId" int)
			join source s on s.id = j."sourceId"
		on conflict (queue_id, source) do update set seen_at = excluded.seen_at`;
}

/** The stretches, by their number, in which something of a source came, in order. */
export async function readActiveSlots({ sql }: Connection, sinceAt: number): Promise<Map<string, number[]>> {
	const rows = await sql<{ source: string; slots: string }[]>`
		select source,
			array_agg((date_part('epoch', start_at) / 300)::int order by start_at)::text slots
		from intake_part where start_at >= to_timestamp(${sinceAt}::float8 / 1000) group by source`;
	return new Map(rows.map(({ source, slots }) => [source, JSON.parse(`[${slots.slice(1, -1)}]`)]));
}

/** What came lately, by source. */
export interface RecentIntake {
	source: string;
	/** Records of the last quarter hour. */
	quarter: number;
	/** Of the last hour: read, refused, the least delay and the most that one came from the future. */
	read: number;
	refused: number;
	leastDelayMs: number | null;
	mostAheadMs: number | null;
	/** Of the last week: the middle delay. */
	usualDelayMs: number | null;
	/** Of the last day. */
	dayRead: number;
	dayRefused: number;
}

export async function readRecentIntake({ sql }: Connection, now: number): Promise<RecentIntake[]> {
	const since = (ms: number) => sql`start_at > to_timestamp(${now - ms}::float8 / 1000)`;
	const hour = since(3_600_000);
	const day = since(86_400_000);
	return sql<RecentIntake[]>`
		select source,
			coalesce(sum(read) filter (where ${since(900_000)}), 0)::int quarter,
			coalesce(sum(read) filter (where ${hour}), 0)::int read,
			coalesce(sum(refused) filter (where ${hour}), 0)::int refused,
			(min(least_delay_ms) filter (where ${hour}))::float8 "leastDelayMs",
			(max(most_ahead_ms) filter (where ${hour}))::float8 "mostAheadMs",
			percentile_cont(0.5) within group (order by least_delay_ms)::float8 "usualDelayMs",
			coalesce(sum(read) filter (where ${day}), 0)::int "dayRead",
			coalesce(sum(refused) filter (where ${day}), 0)::int "dayRefused"
		from intake_part where ${since(7 * 86_400_000)} group by source`;
}

/** How many records of the last hour were refused because they are from the future, by source. */
export async function countFromFuture({ sql }: Connection, now: number): Promise<Map<string, number>> {
	const rows = await sql<{ source: string; count: number }[]>`
		select source, count(*)::int count from reject
		where received_at > to_timestamp(${now - 3_600_000}::float8 / 1000) and code = 'in_future'
			and source is not null
		group by source`;
	return new Map(rows.map(({ source, count }) => [source, count]));
}

/** The queues that each source has told of in the last thirty days. */
export async function readSourceQueues(
	{ sql }: Connection,
	now: number
): Promise<{ source: string; queueId: number }[]> {
	return sql<{ source: string; queueId: number }[]>`
		select source, queue_id "queueId" from source_queue
		where seen_at > to_timestamp(${now - 30 * 86_400_000}::float8 / 1000)`;
}

export async function dropIntakeParts({ sql }: Connection, beforeAt: number): Promise<void> {
	await sql`delete from intake_part where start_at < to_timestamp(${beforeAt}::float8 / 1000)`;
}
