import { numberArray } from '#records/arrayText.ts';
import type { Database } from '#records/database.server.ts';
import type { Interval } from '#time/intervals.ts';
import { allTopics, quarterMs } from './changes.ts';
import { levels } from './levels.ts';
import { partMark } from './packedWaits.ts';
import { emptyPool, type Pool } from './pool.ts';
import { levelOf, type ReadQueue } from './readLevel.ts';
import { sumColumns, tallyOf, type StoredSums } from './rows.server.ts';

const hourMs = 3_600_000;

/**
 * The sums of queues together in pools of intervals, added up by the database: thousands of hours come back as a few
 * hundred rows. Intervals are in the order of time, do not overlap, and begin and end on quarter hours.
 *
 * @param places the pool of each interval, 0..count-1
 * @param namedFrom of the pools from this place on, the intervals that had a call are told too
 * @returns the pools, and the numbers, from 0, of those intervals
 */
export async function readPools(
	{ sql }: Pick<Database, 'sql'>,
	queues: ReadQueue[],
	intervals: Interval[],
	places: number[],
	{ count, namedFrom = count }: { count: number; namedFrom?: number }
): Promise<{ pools: Pool[]; called: Set<number> }> {
	const pools = Array.from({ length: count }, emptyPool);
	const called = new Set<number>();
	const [first, last] = [intervals[0], intervals.at(-1)];
	if (!first || !last || queues.length === 0) return { pools, called };
	const level = queues.every(({ queue }) => levelOf(queue.zone, intervals) !== levels.quarter)
		? levels.hour
		: levels.quarter;
	const { stepMs, numbers } = steps(intervals, first.startAt, last.endAt);
	// Places are fenced off (offset 0): else each hour would carry the array of all of them to where its own is asked for.
	const rows = await sql<PooledRow[]>`
		with given as materialized (
			select ${numberArray(numbers)}::text::int[] numbers, ${numberArray(places)}::text::smallint[] places
		), hours as (
			select given.numbers[1 + floor((date_part('epoch', r.start_at) * 1000 - ${first.startAt}::float8) / ${stepMs}::float8)::int] number,
				sum(${sql.unsafe(offeredSum)}) offered, max(longest_answered_ms) longest_answered_ms,
				max(longest_abandoned_ms) longest_abandoned_ms, ${sql.unsafe(sumsOfColumns)}, ${sql.unsafe(waitsTogether)}
			from given, rollup r
			where r.queue_id in ${sql(queues.map(({ id }) => id))} and r.level = ${level} and r.topic_id = ${allTopics}
				and r.start_at >= to_timestamp(${first.startAt}::float8 / 1000)
				and r.start_at < to_timestamp(${last.endAt}::float8 / 1000)
			group by 1
		)
		select place, count(*) filter (where offered > 0) busy,
			string_agg(number::text, ',') filter (where offered > 0 and place >= ${namedFrom}) called,
			sum(offered * offered)::float8 squares, max(longest_answered_ms) "longestAnsweredMs",
			max(longest_abandoned_ms) "longestAbandonedMs", array[${sql.unsafe(totals)}]::text sums,
			${sql.unsafe(waitsTogether)}
		from (
			select given.places[number] place, hours.* from given, hours where number > 0 offset 0
		) placed group by 1`;
	for (const { place, busy, squares, called: numbers, ...row } of rows) {
		pools[place] = { tally: tallyOf(row), busy, squares };
		numbers?.split(',').forEach((number) => called.add(Number(number) - 1));
	}
	return { pools, called };
}

interface PooledRow extends StoredSums {
	place: number;
	busy: number;
	squares: number;
	/** Numbers of intervals, from 1. */
	called: string | null;
}

const offeredSum =
	'answered + abandoned + overflowed + timed_out + callback + voicemail + rejected + lost + waiting';
const sumsOfColumns = sumColumns.map((name) => `sum(${name}) ${name}`).join(', ');
const totals = sumColumns.map((name) => `sum(${name})`).join(', ');
const waitsTogether = `coalesce(string_agg(waits, '${partMark}') filter (where waits <> ''), '') waits`;

/** The number (from 1) of the interval that each step of time lies in, 0 for none; steps of hours where that will do. */
function steps(intervals: Interval[], fromAt: number, toAt: number): { stepMs: number; numbers: number[] } {
	const byHour = intervals.every(
		({ startAt, endAt }) => (startAt - fromAt) % hourMs === 0 && (endAt - fromAt) % hourMs === 0
	);
	const stepMs = byHour ? hourMs : quarterMs;
	const numbers = new Array<number>((toAt - fromAt) / stepMs).fill(0);
	intervals.forEach(({ startAt, endAt }, i) =>
		numbers.fill(i + 1, (startAt - fromAt) / stepMs, (endAt - fromAt) / stepMs)
	);
	return { stepMs, numbers };
}
