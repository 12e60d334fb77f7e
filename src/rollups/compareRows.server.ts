import type { StoredQueue } from '#records/queues.server.ts';
import type { Statements } from '#records/statements.ts';
import type { Interval } from '#time/intervals.ts';
import { keyOf } from './changes.ts';
import { levels, levelsOfDay, nameOf, spanOf, type LevelName, type RollupLevel } from './levels.ts';
import { monthFromDays } from './rebuildLevels.server.ts';
import { recount, type QueueRange } from './recount.server.ts';
import {
	byKey,
	fromStored,
	storedColumns,
	writeRows,
	type RollupRow,
	type StoredRow
} from './rows.server.ts';
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

/** How many rows were looked at, and what is wrong with them. */
export interface Compared {
	rows: number;
	differences: Difference[];
}

/** A day, and all of it that is finer, against its calls. */
export async function compareDay(
	sql: Statements,
	stored: StoredQueue,
	range: QueueRange,
	repair: boolean
): Promise<Compared> {
	const counted = await recount(sql, range, (level, at) => spanOf(level, stored.queue.zone, at).startAt);
	const wrong = compare(stored, await storedRows(sql, range, levelsUpToDays), counted);
	if (repair) {
		await repairRepeatMarks(sql, range);
		await writeRows(sql, wrong.repaired);
		if (wrong.repaired.length > 0) await touchMonth(sql, stored, range);
	}
	return wrong;
}

/** A month against its days, which are right by then or can no longer be counted. */
export async function compareMonth(
	sql: Statements,
	stored: StoredQueue,
	{ startAt, endAt }: Interval,
	repair: boolean
): Promise<Compared> {
	const added = await monthFromDays(sql, stored.id, stored.queue.zone, { startAt, endAt });
	const range = { queueId: stored.id, fromAt: startAt, toAt: endAt };
	const wrong = compare(stored, await storedRows(sql, range, [levels.month]), byKey(added));
	if (repair) await writeRows(sql, wrong.repaired);
	return wrong;
}

/** Writes a month's rows, right as they may be: by them kept answers know that a figure has changed (figuresStamp). */
async function touchMonth(
	sql: Statements,
	{ id, queue }: StoredQueue,
	{ fromAt }: QueueRange
): Promise<void> {
	const { startAt, endAt } = spanOf(levels.month, queue.zone, fromAt);
	await sql`
		update rollup set parts = parts where queue_id = ${id} and level in (${levels.day}, ${levels.month})
			and start_at >= to_timestamp(${startAt}::float8 / 1000) and start_at < to_timestamp(${endAt}::float8 / 1000)`;
}

function compare(
	{ queue }: StoredQueue,
	stored: Map<string, RollupRow>,
	counted: Map<string, RollupRow>
): Compared & { repaired: RollupRow[] } {
	const keys = [...new Set([...stored.keys(), ...counted.keys()])];
	const wrong = keys.flatMap((key) => {
		const place = counted.get(key) ?? stored.get(key);
		if (!place) return [];
		const right: RollupRow = counted.get(key) ?? { ...place, tally: emptyTally() };
		const fields = fieldsThatDiffer(stored.get(key)?.tally ?? emptyTally(), right.tally);
		return fields.length > 0 ? [{ right, fields }] : [];
	});
	return {
		rows: keys.length,
		differences: wrong.map(({ right: { level, topicId, startAt }, fields }) => ({
			queue: queue.slug,
			level: nameOf(level),
			topicId,
			startAt,
			fields
		})),
		repaired: wrong.map(({ right }) => right)
	};
}

const levelsUpToDays: readonly RollupLevel[] = [levels.quarter, ...levelsOfDay];

async function storedRows(
	sql: Statements,
	{ queueId, fromAt, toAt }: QueueRange,
	ofLevels: readonly RollupLevel[]
): Promise<Map<string, RollupRow>> {
	const rows = await sql<StoredRow[]>`
		select ${sql.unsafe(storedColumns)} from rollup r where r.queue_id = ${queueId} and r.level in ${sql(ofLevels)}
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
