import type { Database } from '#records/database.server.ts';
import { lockQueues } from '#records/lockQueues.server.ts';
import { listQueues, type StoredQueue } from '#records/queues.server.ts';
import type { Statements } from '#records/statements.ts';
import { floorTo, intervals, nextStart, type Interval } from '#time/intervals.ts';
import { dayStart, wallTime } from '#time/zone.ts';
import { keyOf } from './changes.ts';
import { levels, levelsOfDay, nameOf, spanOf, type LevelName, type RollupLevel } from './levels.ts';
import { countableFrom, keptDays } from './oldestKept.ts';
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
import type { VerifyPlace } from './verifyPlace.server.ts';
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
	/** Only this queue's. */
	queue?: string | null;
	/** Only from this date of the queue's zone on, to go on where a run was ended. */
	from?: string | null;
	/** Only what comes after this place. */
	after?: VerifyPlace | null;
	/** How long calls are kept, as of when: figures of the days before cannot be counted again. */
	kept?: { retentionDays: number | null; now: number } | null;
	/** Told about each day as it is done; awaited. */
	progress?: (part: VerifiedDay) => void | Promise<void>;
}

/** A day of a queue that was counted again. */
export interface VerifiedDay extends VerifyPlace {
	rows: number;
	differences: number;
	/** The how manieth queue of how many, and day of that queue. */
	queueNumber: number;
	queues: number;
	dayNumber: number;
	days: number;
}

/**
 * Counts every rollup anew from its calls, queue by queue and day by day, and reports what differs; with `repair`
 * writes what was counted. Holds a queue's lock only for the day at hand, so calls keep coming in beside it.
 */
export async function verifyRollups(
	database: Pick<Database, 'sql' | 'db'>,
	options: VerifyOptions = {}
): Promise<{ rows: number; differences: Difference[] }> {
	const { repair = false, queue = null, from = null, after = null, kept = null, progress } = options;
	const differences: Difference[] = [];
	let rows = 0;
	// By slug, which is what "after" goes by.
	const queues = (await listQueues(database))
		.filter(({ queue: { slug } }) => (queue === null || slug === queue) && (!after || slug >= after.queue))
		.sort((a, b) => (a.queue.slug < b.queue.slug ? -1 : 1));
	for (const [i, stored] of queues.entries()) {
		const { slug, zone } = stored.queue;
		const dateOf = ({ fromAt }: QueueRange) => wallTime(zone, fromAt).date;
		const days = (await daysOf(database.sql, stored, { kept, from })).filter(
			(range) => slug !== after?.queue || dateOf(range) > after.date
		);
		/** Where a month has a day that is wrong, and stays so, nothing is known of the month. */
		let wrongMonthAt: number | null = null;
		for (const [day, range] of days.entries()) {
			const month = spanOf(levels.month, zone, range.fromAt);
			const found = await database.sql.begin(async (sql) => {
				await lockQueues(sql, [stored.id]);
				const ofDay = await compareRange(sql, stored, range, repair);
				if (ofDay.differences.length > 0 && !repair) wrongMonthAt = month.startAt;
				const isLast = (days[day + 1]?.fromAt ?? Infinity) >= month.endAt;
				return isLast && wrongMonthAt !== month.startAt
					? together(ofDay, await compareMonth(sql, stored, month, repair))
					: ofDay;
			});
			rows += found.rows;
			for (const difference of found.differences) differences.push(difference);
			await progress?.({
				queue: slug,
				date: dateOf(range),
				rows: found.rows,
				differences: found.differences.length,
				queueNumber: i + 1,
				queues: queues.length,
				dayNumber: day + 1,
				days: days.length
			});
		}
	}
	return { rows, differences };
}

/** The days of the queue's zone in which it has calls or figures. */
async function daysOf(
	sql: Statements,
	{ id, queue }: StoredQueue,
	{ kept, from }: { kept: VerifyOptions['kept']; from: string | null }
): Promise<QueueRange[]> {
	const { zone } = queue;
	const keptFor = kept ? keptDays(queue, kept.retentionDays) : null;
	// Each day of UTC touches two or three of the zone's; which ones is worked out here, where days are made.
	const rows = await sql<{ at: number }[]>`
		select round(date_part('epoch', days.day) * 1000) as "at" from (
			select date_trunc('day', enqueued_at, 'UTC') as day from call where queue_id = ${id} and outcome <> 'deleted'
			union select date_trunc('day', start_at, 'UTC') from rollup where queue_id = ${id}
		) days order by 1`;
	const oldestAt = Math.max(
		kept && keptFor !== null ? countableFrom(zone, keptFor, kept.now) : -Infinity,
		from === null ? -Infinity : dayStart(zone, from)
	);
	const days = new Map<number, QueueRange>();
	for (const { at } of rows)
		for (const { startAt, endAt } of intervals(zone, at, endOfDay(zone, at + utcDayMs - 1), 'day'))
			if (startAt >= oldestAt) days.set(startAt, { queueId: id, fromAt: startAt, toAt: endAt });
	return [...days.values()];
}

const utcDayMs = 86_400_000;

function endOfDay(zone: string, at: number): number {
	return nextStart(zone, floorTo(zone, at, 'day'), 'day');
}

interface Compared {
	rows: number;
	differences: Difference[];
}

function together(a: Compared, b: Compared): Compared {
	return { rows: a.rows + b.rows, differences: [...a.differences, ...b.differences] };
}

/** A day, and all of it that is finer, against its calls. */
async function compareRange(
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

/** A month against its days, which are right by then or can no longer be counted. */
async function compareMonth(
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
