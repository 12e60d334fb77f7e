import { numberArray } from '#records/arrayText.ts';
import type { Database } from '#records/database.server.ts';
import type { Interval } from '#time/intervals.ts';
import { allTopics, quarterMs } from './changes.ts';
import { levels } from './levels.ts';

/** How many calls entered a queue in the quarter hour that begins at an instant (ms); 0 where none did. */
export type QuarterCounts = (startAt: number) => number;

/**
 * The calls of each queue by quarter hour, in the order of the queues, within spans that begin and end on quarter hours.
 * Only how many: a day of twenty queues comes back as twenty rows.
 */
export async function readCounts(
	{ sql }: Pick<Database, 'sql'>,
	queues: { id: number }[],
	spans: Interval[]
): Promise<QuarterCounts[]> {
	if (queues.length === 0 || spans.length === 0) return queues.map(() => () => 0);
	const within = spans
		.map(
			(_, i) =>
				`start_at >= to_timestamp($${2 + i * 2}::float8 / 1000) and start_at < to_timestamp($${3 + i * 2}::float8 / 1000)`
		)
		.join(' or ');
	// The level and the topic stand in the statement: with parameters for them PostgreSQL cannot know how few rows these are.
	const rows = await sql.unsafe<{ queueId: number; quarters: string; counts: string }[]>(
		`select queue_id "queueId", array_agg((date_part('epoch', start_at) * 1000 / ${quarterMs}::float8)::int)::text quarters,
			array_agg(answered + abandoned + overflowed + timed_out + callback + voicemail + rejected + lost + waiting)::text counts
		from rollup
		where queue_id = any($1::text::int[]) and level = ${levels.quarter} and topic_id = ${allTopics} and (${within})
		group by 1`,
		[numberArray(queues.map(({ id }) => id)), ...spans.flatMap(({ startAt, endAt }) => [startAt, endAt])]
	);
	const byQueue = new Map(
		rows.map(({ queueId, quarters, counts }) => {
			const values = numbers(counts);
			return [queueId, new Map(numbers(quarters).map((quarter, i) => [quarter, values[i] ?? 0]))];
		})
	);
	return queues.map(({ id }) => {
		const known = byQueue.get(id);
		return (startAt) => known?.get(startAt / quarterMs) ?? 0;
	});
}

/** An array as PostgreSQL writes it. */
function numbers(text: string): number[] {
	return JSON.parse(`[${text.slice(1, -1)}]`);
}
