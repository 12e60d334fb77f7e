import { numberArray } from '#records/arrayText.ts';
import type { Statements } from '#records/statements.ts';
import type { RollupChange } from './changes.ts';
import { levels, levelsOfDay, type RollupLevel } from './levels.ts';

/**
 * Looks the longest waits of rows up again: a quarter hour's in its calls, then those of hours and days in their quarter
 * hours, then those of months in their days.
 */
export async function findLongest(sql: Statements, rows: RollupChange[]): Promise<void> {
	const at = (wanted: readonly RollupLevel[]) => rows.filter(({ level }) => wanted.includes(level));
	const quarters = at([levels.quarter]);
	if (quarters.length > 0)
		await sql`
			update rollup r set longest_answered_ms = found.answered_ms, longest_abandoned_ms = found.abandoned_ms
			from (
				select k.queue_id, k.level, k.topic_id, k.from_ms,
					round(date_part('epoch', max(c.answered_at - c.enqueued_at) filter (where c.outcome = 'answered')) * 1000) answered_ms,
					round(date_part('epoch', max(c.ended_at - c.enqueued_at) filter (where c.outcome = 'abandoned')) * 1000) abandoned_ms
				from ${rowsOf(sql, quarters)}
				left join call c on c.queue_id = k.queue_id and c.enqueued_at >= to_timestamp(k.from_ms / 1000.0)
					and c.enqueued_at < to_timestamp(k.to_ms / 1000.0) and (k.topic_id = 0 or c.topic_id = k.topic_id)
				group by 1, 2, 3, 4
			) found where ${isFound(sql)}`;
	await findAmong(sql, at(levelsOfDay), levels.quarter);
	await findAmong(sql, at([levels.month]), levels.day);
}

async function findAmong(sql: Statements, rows: RollupChange[], finer: RollupLevel): Promise<void> {
	if (rows.length === 0) return;
	await sql`
		update rollup r set longest_answered_ms = found.answered_ms, longest_abandoned_ms = found.abandoned_ms
		from (
			select k.queue_id, k.level, k.topic_id, k.from_ms,
				max(q.longest_answered_ms) answered_ms, max(q.longest_abandoned_ms) abandoned_ms
			from ${rowsOf(sql, rows)}
			left join rollup q on q.queue_id = k.queue_id and q.level = ${finer} and q.topic_id = k.topic_id
				and q.start_at >= to_timestamp(k.from_ms / 1000.0) and q.start_at < to_timestamp(k.to_ms / 1000.0)
			group by 1, 2, 3, 4
		) found where ${isFound(sql)}`;
}

function rowsOf(sql: Statements, rows: RollupChange[]) {
	const column = (value: (row: RollupChange) => number) => numberArray(rows.map(value));
	return sql`unnest(${column((row) => row.queueId)}::text::int[], ${column((row) => row.level)}::text::smallint[],
		${column((row) => row.topicId)}::text::int[], ${column((row) => row.startAt)}::text::bigint[],
		${column((row) => row.endAt)}::text::bigint[]) k(queue_id, level, topic_id, from_ms, to_ms)`;
}

function isFound(sql: Statements) {
	return sql`r.queue_id = found.queue_id and r.level = found.level and r.topic_id = found.topic_id
		and r.start_at = to_timestamp(found.from_ms / 1000.0)`;
}
