import type { Database } from '#records/database.server.ts';
import type { Interval } from '#time/intervals.ts';
import { allTopics } from './changes.ts';
import { partMark } from './packedWaits.ts';
import { levelOf, type ReadQueue } from './readLevel.ts';
import { sumColumns, tallyOf, type StoredSums } from './rows.server.ts';
import type { Tally } from './tally.ts';

/** The sums of a queue's calls of one topic. */
export interface TopicTally {
	/** As the sources name it. */
	topic: string;
	tally: Tally;
}

/**
 * The sums of a queue by topic in one interval, added up by the database: ten years of days come back as one row a
 * topic. Calls without a topic are in none of them.
 */
export async function readTopics(
	{ sql }: Pick<Database, 'sql'>,
	{ id, queue }: ReadQueue,
	interval: Interval
): Promise<TopicTally[]> {
	const rows = await sql<(StoredSums & { topic: string })[]>`
		with sums as (
			select r.topic_id, max(longest_answered_ms) "longestAnsweredMs", max(longest_abandoned_ms) "longestAbandonedMs",
				array[${sql.unsafe(totals)}]::text sums,
				coalesce(string_agg(waits, '${sql.unsafe(partMark)}') filter (where waits <> ''), '') waits
			from rollup r
			where r.queue_id = ${id} and r.level = ${levelOf(queue.zone, [interval])} and r.topic_id <> ${allTopics}
				and r.start_at >= to_timestamp(${interval.startAt}::float8 / 1000)
				and r.start_at < to_timestamp(${interval.endAt}::float8 / 1000)
			group by 1
		)
		select t.name topic, sums.* from sums join topic t on t.id = sums.topic_id order by t.name`;
	return rows.map(({ topic, ...sums }) => ({ topic, tally: tallyOf(sums) }));
}

/** The names of a queue's topics that had a call in an interval, in the order of their names. */
export async function topicNames(
	{ sql }: Pick<Database, 'sql'>,
	{ id, queue }: ReadQueue,
	interval: Interval
): Promise<string[]> {
	const rows = await sql<{ name: string }[]>`
		select t.name from topic t join (
			select distinct topic_id from rollup
			where queue_id = ${id} and level = ${levelOf(queue.zone, [interval])} and topic_id <> ${allTopics}
				and start_at >= to_timestamp(${interval.startAt}::float8 / 1000)
				and start_at < to_timestamp(${interval.endAt}::float8 / 1000)
		) seen on seen.topic_id = t.id order by t.name`;
	return rows.map(({ name }) => name);
}

const totals = sumColumns.map((name) => `sum(${name})`).join(', ');
