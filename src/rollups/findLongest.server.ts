import { numberArray } from '#records/arrayText.ts';
import type { Statements } from '#records/statements.ts';
import type { RollupChange } from './changes.ts';
import { levels, levelsOfDay, type RollupLevel } from './levels.ts';

/** The longest waits of one of the rows, by its place; a row without calls that have any is not there. */
interface Found {
	place: number;
	answeredMs: number | null;
	abandonedMs: number | null;
}

/**
 * Looks the longest waits of rows up again: a quarter hour's in its calls, then those of hours and days in their quarter
 * hours, then those of months in their days.
 */
export async function findLongest(sql: Statements, rows: RollupChange[]): Promise<void> {
	const at = (wanted: readonly RollupLevel[]) => rows.filter(({ level }) => wanted.includes(level));
	const quarters = at([levels.quarter]);
	if (quarters.length > 0)
		await setLongest(
			sql,
			quarters,
			await sql<Found[]>`
				select k.place,
					round(date_part('epoch', max(c.answered_at - c.enqueued_at) filter (where c.outcome = 'answered')) * 1000) "answeredMs",
					round(date_part('epoch', max(c.ended_at - c.enqueued_at) filter (where c.outcome = 'abandoned')) * 1000) "abandonedMs"
				from ${rowsOf(sql, quarters)}
				join call c on c.queue_id = k.queue_id and c.enqueued_at >= to_timestamp(k.from_ms / 1000.0)
					and c.enqueued_at < to_timestamp(k.to_ms / 1000.0) and (k.topic_id = 0 or c.topic_id = k.topic_id)
				group by k.place`
		);
	await findAmong(sql, at(levelsOfDay), levels.quarter);
	await findAmong(sql, at([levels.month]), levels.day);
}

async function findAmong(sql: Statements, rows: RollupChange[], finer: RollupLevel): Promise<void> {
	if (rows.length === 0) return;
	const found = await sql<Found[]>`
		select k.place, max(q.longest_answered_ms) "answeredMs", max(q.longest_abandoned_ms) "abandonedMs"
		from ${rowsOf(sql, rows)}
		join rollup q on q.queue_id = k.queue_id and q.level = ${finer} and q.topic_id = k.topic_id
			and q.start_at >= to_timestamp(k.from_ms / 1000.0) and q.start_at < to_timestamp(k.to_ms / 1000.0)
		group by k.place`;
	await setLongest(sql, rows, found);
}

function rowsOf(sql: Statements, rows: RollupChange[]) {
	const column = (value: (row: RollupChange) => number) => numberArray(rows.map(value));
	return sql`(select * from unnest(${numberArray(rows.keys())}::text::int[], ${column((row) => row.queueId)}::text::int[],
		${column((row) => row.topicId)}::text::int[], ${column((row) => row.startAt)}::text::bigint[],
		${column((row) => row.endAt)}::text::bigint[]) k(place, queue_id, topic_id, from_ms, to_ms)) k`;
}

async function setLongest(sql: Statements, rows: RollupChange[], found: Found[]): Promise<void> {
	const byPlace = new Map(found.map((one) => [one.place, one]));
	const column = (value: (row: RollupChange, longest: Found | undefined) => number | null) =>
		numberArray(rows.map((row, place) => value(row, byPlace.get(place))));
	await sql`
		update rollup r set longest_answered_ms = k.answered_ms, longest_abandoned_ms = k.abandoned_ms
		from (select * from unnest(${column((row) => row.queueId)}::text::int[], ${column((row) => row.level)}::text::smallint[],
			${column((row) => row.topicId)}::text::int[], ${column((row) => row.startAt)}::text::bigint[],
			${column((_, longest) => longest?.answeredMs ?? null)}::text::int[],
			${column((_, longest) => longest?.abandonedMs ?? null)}::text::int[]
		) k(queue_id, level, topic_id, start_ms, answered_ms, abandoned_ms)) k
		where r.queue_id = k.queue_id and r.level = k.level and r.topic_id = k.topic_id
			and r.start_at = to_timestamp(k.start_ms / 1000.0)`;
}
