import type { Database } from '#records/database.server.ts';
import { knownTopicIds } from '#records/names.server.ts';
import type { Interval } from '#time/intervals.ts';
import { allTopics } from './changes.ts';
import { isStart, levels, type RollupLevel } from './levels.ts';
import { mergeStored, storedColumns, type StoredRow } from './rows.server.ts';
import { emptyTally, mergeTally, type Tally } from './tally.ts';

export interface ReadOptions {
	/** Only calls of this topic, as the sources name it. */
	topic?: string | null;
}

/** A queue as reading needs it: `StoredQueue` has both. */
export interface ReadQueue {
	id: number;
	queue: { zone: string };
}

/**
 * The sums of queues together in each of the intervals, in their order. Intervals are in the order of time, do not
 * overlap, and begin and end on quarter hours; they need not touch.
 */
export async function readTallies(
	database: Pick<Database, 'sql' | 'db'>,
	queues: ReadQueue[],
	intervals: Interval[],
	options: ReadOptions = {}
): Promise<Tally[]> {
	const byQueue = await readTalliesByQueue(database, queues, intervals, options);
	return intervals.map((_, i) => {
		const sum = emptyTally();
		for (const tallies of byQueue) mergeTally(sum, tallies[i] ?? emptyTally());
		return sum;
	});
}

/** The same for each queue by itself, in the order of the queues. */
export async function readTalliesByQueue(
	database: Pick<Database, 'sql' | 'db'>,
	queues: ReadQueue[],
	intervals: Interval[],
	{ topic = null }: ReadOptions = {}
): Promise<Tally[][]> {
	const sums = queues.map(() => intervals.map(() => emptyTally()));
	const topicId = topic === null ? allTopics : (await knownTopicIds(database, [topic])).get(topic);
	const [first, last] = [intervals[0], intervals.at(-1)];
	if (topicId === undefined || !first || !last || queues.length === 0) return sums;
	const places = new Map(queues.map((queue, i) => [queue.id, i]));
	const levelOf = levelIn(intervals);
	for (const level of coarsestFirst) {
		const ids = queues.filter(({ queue }) => levelOf(queue.zone) === level).map(({ id }) => id);
		if (ids.length === 0) continue;
		for (const row of await storedRows(database, ids, level, topicId, first.startAt, last.endAt)) {
			const target = sums[places.get(row.queueId) ?? -1]?.[intervalAt(intervals, row.startAt)];
			if (target) mergeStored(target, row);
		}
	}
	return sums;
}

/** The start of the first day on which any of the queues had a call; null when none ever had. */
export async function firstDayAt(
	{ sql }: Pick<Database, 'sql'>,
	queues: ReadQueue[]
): Promise<number | null> {
	const [row] = await sql<{ firstAt: number | null }[]>`
		select (extract(epoch from min(start_at)) * 1000)::float8 "firstAt" from rollup
		where queue_id in ${sql(queues.map((queue) => queue.id))} and level = ${levels.day} and topic_id = ${allTopics}`;
	return row?.firstAt ?? null;
}

const coarsestFirst = [levels.day, levels.hour, levels.quarter] as const;

/** The coarsest level whose rows, made by a zone's wall time, begin where each of the intervals begins and ends. */
function levelIn(intervals: Interval[]): (zone: string) => RollupLevel {
	const edges = new Set(intervals.flatMap(({ startAt, endAt }) => [startAt, endAt]));
	const known = new Map<string, RollupLevel>();
	return (zone) => {
		const fits = (level: RollupLevel) => [...edges].every((at) => isStart(level, zone, at));
		const level = known.get(zone) ?? coarsestFirst.find(fits) ?? levels.quarter;
		known.set(zone, level);
		return level;
	};
}

function storedRows(
	{ sql }: Pick<Database, 'sql'>,
	queueIds: number[],
	level: RollupLevel,
	topicId: number,
	fromAt: number,
	toAt: number
): Promise<StoredRow[]> {
	return sql<StoredRow[]>`
		select ${sql.unsafe(storedColumns)} from rollup r
		where r.queue_id in ${sql(queueIds)} and r.level = ${level} and r.topic_id = ${topicId}
			and r.start_at >= to_timestamp(${fromAt}::float8 / 1000) and r.start_at < to_timestamp(${toAt}::float8 / 1000)`;
}

/** The place of the interval that holds an instant, -1 when none does. */
function intervalAt(intervals: Interval[], at: number): number {
	let low = 0;
	let high = intervals.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const interval = intervals[middle];
		if (!interval) return -1;
		if (at < interval.startAt) high = middle - 1;
		else if (at >= interval.endAt) low = middle + 1;
		else return middle;
	}
	return -1;
}
