import type { Statements } from '../statements.ts';
import type { QueueFigures } from './backupFile.ts';

/** What the figures of every queue add up to. */
export async function figuresOf(sql: Statements): Promise<QueueFigures[]> {
	const calls = await sql<{ queue: string; id: number; calls: number }[]>`
		select queue.slug as queue, queue.id, coalesce(counted.calls, 0)::int as calls
		from queue left join (select queue_id, count(*) as calls from call group by queue_id) counted
			on counted.queue_id = queue.id
		order by queue.slug`;
	const levels = await sql<({ id: number } & QueueFigures['levels'][number])[]>`
		select queue_id as id, level, count(*)::int as rows,
			sum(answered + abandoned + overflowed + timed_out + callback + voicemail + rejected + lost + waiting)::float8 as offered,
			sum(answered_wait_ms)::float8 as answered_wait_ms, sum(talk_seconds)::float8 as talk_seconds
		from rollup group by queue_id, level order by queue_id, level`;
	return calls.map(({ queue, id, calls }) => ({
		queue,
		calls,
		levels: levels
			.filter((row) => row.id === id)
			.map(({ level, rows, offered, answered_wait_ms, talk_seconds }) => ({
				level,
				rows,
				offered,
				answered_wait_ms,
				talk_seconds
			}))
	}));
}
