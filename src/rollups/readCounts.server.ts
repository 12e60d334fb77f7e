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
	const rows = await sql<{ queueId: number; quarters: string; counts: string }[]>`
		select r.queue_id "queueId", array_agg((date_part('epoch', r.start_at) * 1000 / ${quarterMs}::float8)::int)::text quarters,
			array_agg(answered + abandoned + overflowed + timed_out + callback + voicemail + rejected + lost + waiting)::text counts
		from unnest(${numberArray(spans.map(({ startAt }) => startAt))}::text::float8[],
				${numberArray(spans.map(({ endAt }) => endAt))}::text::float8[]) s(start_ms, end_ms)
			cross join unnest(${numberArray(queues.map(({ id }) => id))}::text::int[]) q(id)
			join rollup r on r.queue_id = q.id and r.level = ${levels.quarter} and r.topic_id = ${allTopics}
				and r.start_at >= to_timestamp(s.start_ms / 1000) and r.start_at < to_timestamp(s.end_ms / 1000)
		group by 1`;
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
