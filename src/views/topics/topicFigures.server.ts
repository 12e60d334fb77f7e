import type { LoadRow } from '#model/load.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { lessTally } from '#rollups/lessTally.ts';
import { figures, withinThreshold } from '#rollups/loadRow.ts';
import { readTallies } from '#rollups/read.server.ts';
import { readTopics } from '#rollups/readTopics.server.ts';
import { emptyTally, offered, type Tally } from '#rollups/tally.ts';
import type { Interval } from '#time/intervals.ts';

/** The figures of the calls of one topic; of those without a topic where it is null. */
export interface TopicFigures extends Omit<LoadRow, 'start' | 'end'> {
	topic: string | null;
	/** Calls whose number was sent: of these `repeat_callers` are a part. */
	with_caller: number;
}

/** A queue's figures by topic in an interval, the most calls first, and of all together. */
export async function topicFigures(
	database: Pick<Database, 'sql' | 'db'>,
	stored: StoredQueue,
	interval: Interval
): Promise<{ all: Omit<TopicFigures, 'topic'>; topics: TopicFigures[] }> {
	const level = stored.queue.service_level;
	const row = (tally: Tally) => ({
		...figures(tally, withinThreshold(tally, level), level),
		with_caller: tally.withCaller
	});
	const [topics, [all = emptyTally()]] = await Promise.all([
		readTopics(database, stored, interval),
		readTallies(database, [stored], [interval])
	]);
	const rest = lessTally(
		all,
		topics.map(({ tally }) => tally)
	);
	const rows: TopicFigures[] = topics
		.filter(({ tally }) => offered(tally) > 0)
		.map(({ topic, tally }) => ({ topic, ...row(tally) }));
	if (offered(rest) > 0) rows.push({ topic: null, ...row(rest) });
	return { all: row(all), topics: rows.sort((a, b) => b.offered - a.offered) };
}
