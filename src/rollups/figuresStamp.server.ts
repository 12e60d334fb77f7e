import { numberArray } from '#records/arrayText.ts';
import type { Database } from '#records/database.server.ts';
import { floorTo, nextStart, type Interval } from '#time/intervals.ts';
import { allTopics } from './changes.ts';
import { levels, type RollupLevel } from './levels.ts';
import type { ReadQueue } from './readLevel.ts';

const dayMs = 86_400_000;
/** Where a range holds so many days, its whole months are looked at as months. */
const manyDays = 100;

/**
 * What tells whether any figure of some queues in a range is another than before: it changes with every transaction that
 * writes one, whoever wrote it. Each change of a figure writes the day's row and the month's for all topics with it
 * (changes.ts, and so does repair in verify.server.ts), and PostgreSQL numbers the transaction of every row (xmin). A
 * figure that is read after the stamp is no older than the stamp.
 */
export async function figuresStamp(
	{ sql }: Pick<Database, 'sql'>,
	queues: readonly ReadQueue[],
	range: Interval
): Promise<string> {
	if (queues.length === 0) return '';
	const parts = partsOf(queues, range).filter(({ startAt, endAt }) => startAt < endAt);
	const within = parts.map(
		({ level }, i) =>
			`(level = ${level} and start_at >= to_timestamp($${2 + i * 2}::float8 / 1000) and start_at < to_timestamp($${3 + i * 2}::float8 / 1000))`
	);
	const [row] = await sql.unsafe<{ stamp: string }[]>(
		`select count(*) || ' ' || coalesce(sum(hashint8extended(
				(queue_id::bigint << 42) # date_part('epoch', start_at)::bigint, xmin::text::bigint)), 0) stamp
		from rollup
		where queue_id = any($1::text::int[]) and topic_id = ${allTopics} and (${within.join(' or ')})`,
		[numberArray(queues.map(({ id }) => id)), ...parts.flatMap(({ startAt, endAt }) => [startAt, endAt])]
	);
	return row?.stamp ?? '';
}

/** The rows in which the figures of a range are counted: days, from one that surely began before it, and whole months. */
function partsOf(
	queues: readonly ReadQueue[],
	{ startAt, endAt }: Interval
): { level: RollupLevel; startAt: number; endAt: number }[] {
	const fromAt = startAt - 2 * dayMs;
	const days = { level: levels.day, startAt: fromAt, endAt };
	const [zone, ...others] = new Set(queues.map(({ queue }) => queue.zone));
	// Months of several zones begin at several times.
	if (zone === undefined || others.length > 0 || endAt - startAt < manyDays * dayMs) return [days];
	const firstAt = nextStart(zone, floorTo(zone, fromAt, 'month'), 'month');
	const lastAt = floorTo(zone, endAt, 'month');
	return [
		{ ...days, endAt: firstAt },
		{ level: levels.month, startAt: firstAt, endAt: lastAt },
		{ ...days, startAt: lastAt }
	];
}
