import type { Database } from '#records/database.server.ts';
import { lockQueues } from '#records/lockQueues.server.ts';
import { listQueues, type StoredQueue } from '#records/queues.server.ts';
import type { Statements } from '#records/statements.ts';
import { floorTo, intervals, nextStart } from '#time/intervals.ts';
import { dayStart, wallTime } from '#time/zone.ts';
import { compareDay, compareMonth, type Compared, type Difference } from './compareRows.server.ts';
import { levels, spanOf } from './levels.ts';
import { countableFrom, keptDays } from './oldestKept.ts';
import type { QueueRange } from './recount.server.ts';
import type { VerifyPlace } from './verifyPlace.server.ts';

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
	/** Which queue it is, counted from 1, and which of its days. */
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
				const ofDay = await compareDay(sql, stored, range, repair);
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

function together(a: Compared, b: Compared): Compared {
	return { rows: a.rows + b.rows, differences: [...a.differences, ...b.differences] };
}
