import type { Database } from '#records/database.server.ts';
import { knownTopicIds } from '#records/names.server.ts';
import type { Interval } from '#time/intervals.ts';
import { allTopics } from './changes.ts';
import { levels, type RollupLevel } from './levels.ts';
import { coarsestFirst, levelOf, type ReadQueue } from './readLevel.ts';
import { storedColumns, tallyOf, type StoredRow } from './rows.server.ts';
import { emptyTally, mergeTally, type Tally } from './tally.ts';

export type { ReadQueue } from './readLevel.ts';

export interface ReadOptions {
	/** Only calls of this topic, as the sources name it. */
	topic?: string | null;
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
	const [sums = []] = await readInto(database, queues, intervals, options, [queues]);
	return sums;
}

/** The same for each queue by itself, in the order of the queues. */
export async function readTalliesByQueue(
	database: Pick<Database, 'sql' | 'db'>,
	queues: ReadQueue[],
	intervals: Interval[],
	options: ReadOptions = {}
): Promise<Tally[][]> {
	return readInto(
		database,
		queues,
		intervals,
		options,
		queues.map((queue) => [queue])
	);
}

/** The start of the first day on which any of the queues had a call; null when none ever had. */
export async function firstDayAt(
	{ sql }: Pick<Database, 'sql'>,
	queues: ReadQueue[]
): Promise<number | null> {
	const ids = sql(queues.map(({ id }) => id));
	// By month first: of several queues' days the database would look at each.
	const [month] = await sql<{ firstAt: number | null }[]>`
		select (extract(epoch from min(start_at)) * 1000)::float8 "firstAt" from rollup
		where queue_id in ${ids} and level = ${sql.unsafe(String(levels.month))} and topic_id = ${allTopics}`;
	if (!month || month.firstAt === null) return null;
	const [day] = await sql<{ firstAt: number | null }[]>`
		select (extract(epoch from min(start_at)) * 1000)::float8 "firstAt" from rollup
		where queue_id in ${ids} and level = ${sql.unsafe(String(levels.day))} and topic_id = ${allTopics}
			and start_at >= to_timestamp(${month.firstAt}::float8 / 1000)
			and start_at < to_timestamp(${month.firstAt}::float8 / 1000) + interval '32 days'`;
	return day?.firstAt ?? null;
}

/** The start of the last day on which the queue had a call; null when it never had. */
export async function lastDayAt(
	{ sql }: Pick<Database, 'sql'>,
	{ id }: Pick<ReadQueue, 'id'>
): Promise<number | null> {
	const [day] = await sql<{ lastAt: number | null }[]>`
		select (extract(epoch from max(start_at)) * 1000)::float8 "lastAt" from rollup
		where queue_id = ${id} and level = ${sql.unsafe(String(levels.day))} and topic_id = ${allTopics}`;
	return day?.lastAt ?? null;
}

/** For each group of queues its sums in each of the intervals. */
async function readInto(
	database: Pick<Database, 'sql' | 'db'>,
	queues: ReadQueue[],
	intervals: Interval[],
	{ topic = null }: ReadOptions,
	groups: ReadQueue[][]
): Promise<Tally[][]> {
	const found = groups.map((): (Tally | undefined)[] => new Array(intervals.length));
	const topicId = topic === null ? allTopics : (await knownTopicIds(database, [topic])).get(topic);
	const [first, last] = [intervals[0], intervals.at(-1)];
	if (topicId !== undefined && first && last) {
		const places = new Map(groups.flatMap((group, i) => group.map(({ id }) => [id, found[i]])));
		const zones = new Map(queues.map(({ queue: { zone } }) => [zone, levelOf(zone, intervals)]));
		for (const level of coarsestFirst) {
			const ids = queues.filter(({ queue }) => zones.get(queue.zone) === level).map(({ id }) => id);
			if (ids.length === 0) continue;
			for (const row of await storedRows(database, ids, level, topicId, first.startAt, last.endAt)) {
				const [sums, i] = [places.get(row.queueId), intervalAt(intervals, row.startAt)];
				if (!sums || i === -1) continue;
				const sum = sums[i];
				if (sum) mergeTally(sum, tallyOf(row));
				else sums[i] = tallyOf(row);
			}
		}
	}
	return found.map((sums) => Array.from(sums, (sum) => sum ?? emptyTally()));
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
