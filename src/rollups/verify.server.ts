import type { Database } from '#records/database.server.ts';
import { lockQueues } from '#records/lockQueues.server.ts';
import { listQueues, type StoredQueue } from '#records/queues.server.ts';
import type { Statements } from '#records/statements.ts';
import { floorTo, intervals, nextStart } from '#time/intervals.ts';
import { wallTime } from '#time/zone.ts';
import { keyOf } from './changes.ts';
import { nameOf, spanOf, type LevelName } from './levels.ts';
import { countableFrom } from './oldestKept.ts';
import { recount, type QueueRange } from './recount.server.ts';
import { fromStored, storedColumns, writeRows, type RollupRow, type StoredRow } from './rows.server.ts';
import { emptyTally, offered, sumNames, type Tally } from './tally.ts';
import { sameWaits } from './waits.ts';

/** A figure that is not what its calls add up to. */
export interface Difference {
	queue: string;
	level: LevelName;
	topicId: number;
	startAt: number;
	/** The sums that differ, as stored and as counted. */
	fields: { name: string; stored: unknown; counted: unknown }[];
}

export interface VerifyOptions {
	repair?: boolean;
	/** How long calls are kept, as of when: figures of the days before cannot be counted again. */
	kept?: { retentionDays: number; now: number } | null;
	/** Told about each part as it is done. */
	progress?: (part: { queue: string; month: string; rows: number; differences: number }) => void;
}

/**
 * Counts every rollup anew from its calls, queue by queue and month by month, and reports what differs; with `repair`
 * writes what was counted. Holds a queue's lock only for the month at hand, so calls keep coming in beside it.
 */
export async function verifyRollups(
	database: Pick<Database, 'sql' | 'db'>,
	{ repair = false, kept = null, progress = () => {} }: VerifyOptions = {}
): Promise<{ rows: number; differences: Difference[] }> {
	const differences: Difference[] = [];
	let rows = 0;
	for (const stored of await listQueues(database)) {
		for (const range of await monthsOf(database.sql, stored, kept)) {
			const found = await database.sql.begin(async (sql) => {
				await lockQueues(sql, [stored.id]);
				return compareRange(sql, stored, range, repair);
			});
			rows += found.rows;
			differences.push(...found.differences);
			const month = wallTime(stored.queue.zone, range.fromAt).date.slice(0, 7);
			progress({ queue: stored.queue.slug, month, rows: found.rows, differences: found.differences.length });
		}
	}
	return { rows, differences };
}

/** The months of the queue's zone in which it has calls or figures. */
async function monthsOf(
	sql: Statements,
	{ id, queue }: StoredQueue,
	kept: VerifyOptions['kept']
): Promise<QueueRange[]> {
	const [span] = await sql<{ firstAt: number | null; lastAt: number | null }[]>`
		select (extract(epoch from min(at)) * 1000)::float8 "firstAt", (extract(epoch from max(at)) * 1000)::float8 "lastAt"
		from (
			select min(enqueued_at) at from call where queue_id = ${id} and outcome <> 'deleted'
			union all select max(enqueued_at) from call where queue_id = ${id} and outcome <> 'deleted'
			union all select min(start_at) from rollup where queue_id = ${id}
			union all select max(start_at) from rollup where queue_id = ${id}
		) ends`;
	if (!span || span.firstAt === null || span.lastAt === null) return [];
	const untilAt = nextStart(queue.zone, floorTo(queue.zone, span.lastAt, 'month'), 'month');
	const oldestAt = kept ? countableFrom(queue.zone, kept.retentionDays, kept.now) : -Infinity;
	return intervals(queue.zone, span.firstAt, untilAt, 'month')
		.filter((month) => month.endAt > oldestAt)
		.map(({ startAt, endAt }) => ({ queueId: id, fromAt: Math.max(startAt, oldestAt), toAt: endAt }));
}

async function compareRange(
	sql: Statements,
	{ queue }: StoredQueue,
	range: QueueRange,
	repair: boolean
): Promise<{ rows: number; differences: Difference[] }> {
	const counted = await recount(sql, range, (level, at) => spanOf(level, queue.zone, at).startAt);
	const stored = await storedRows(sql, range);
	const keys = [...new Set([...stored.keys(), ...counted.keys()])];
	const wrong = keys.flatMap((key) => {
		const place = counted.get(key) ?? stored.get(key);
		if (!place) return [];
		const right: RollupRow = counted.get(key) ?? { ...place, tally: emptyTally() };
		const fields = fieldsThatDiffer(stored.get(key)?.tally ?? emptyTally(), right.tally);
		return fields.length > 0 ? [{ right, fields }] : [];
	});
	if (repair) {
		await repairRepeatMarks(sql, range);
		await writeRows(
			sql,
			wrong.map(({ right }) => right)
		);
	}
	return {
		rows: keys.length,
		differences: wrong.map(({ right: { level, topicId, startAt }, fields }) => ({
			queue: queue.slug,
			level: nameOf(level),
			topicId,
			startAt,
			fields
		}))
	};
}

async function storedRows(
	sql: Statements,
	{ queueId, fromAt, toAt }: QueueRange
): Promise<Map<string, RollupRow>> {
	const rows = await sql<StoredRow[]>`
		select ${sql.unsafe(storedColumns)} from rollup r where r.queue_id = ${queueId}
			and r.start_at >= to_timestamp(${fromAt}::float8 / 1000) and r.start_at < to_timestamp(${toAt}::float8 / 1000)`;
	return new Map(rows.map((row) => [keyOf(row), fromStored(row)]));
}

function fieldsThatDiffer(stored: Tally, counted: Tally): Difference['fields'] {
	const plain = [...sumNames, 'longestAnsweredMs', 'longestAbandonedMs'] as const;
	const fields: Difference['fields'] = plain
		.filter((name) => stored[name] !== counted[name])
		.map((name) => ({ name, stored: stored[name], counted: counted[name] }));
	if (!sameWaits(stored.waits, counted.waits))
		fields.push({ name: 'waits', stored: offered(stored), counted: offered(counted) });
	return fields;
}

/** The calls' own marks "called before", from which the sums of repeat callers are kept up to date. */
async function repairRepeatMarks(sql: Statements, { queueId, fromAt, toAt }: QueueRange): Promise<void> {
	await sql`
		update call set repeat = not repeat
		where queue_id = ${queueId} and caller is not null
			and enqueued_at >= to_timestamp(${fromAt}::float8 / 1000) and enqueued_at < to_timestamp(${toAt}::float8 / 1000)
			and repeat <> exists (select from call before where before.queue_id = call.queue_id
				and before.caller = call.caller and before.enqueued_at < call.enqueued_at
				and before.enqueued_at >= call.enqueued_at - interval '24 hours')`;
}
