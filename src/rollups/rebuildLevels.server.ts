import type { Statements } from '#records/statements.ts';
import { intervals, nextStart, floorTo, type Interval } from '#time/intervals.ts';
import { keyOf } from './changes.ts';
import { coarseLevels, levels, spanOf } from './levels.ts';
import { storedColumns, tallyOf, writeRows, type RollupRow, type StoredRow } from './rows.server.ts';
import { emptyTally, mergeTally } from './tally.ts';

/**
 * Makes a queue's hours and days anew from its quarter hours, as they are in this zone; under the queue's lock. Month
 * by month: years of a busy queue do not fit in memory.
 */
export async function rebuildLevels(sql: Statements, queueId: number, zone: string): Promise<void> {
	await sql`delete from rollup where queue_id = ${queueId} and level in ${sql(coarseLevels)}`;
	const [span] = await sql<{ firstAt: number | null; lastAt: number }[]>`
		select round(date_part('epoch', min(start_at)) * 1000) "firstAt", round(date_part('epoch', max(start_at)) * 1000) "lastAt"
		from rollup where queue_id = ${queueId} and level = ${levels.quarter}`;
	if (!span || span.firstAt === null) return;
	const untilAt = nextStart(zone, floorTo(zone, span.lastAt, 'month'), 'month');
	for (const month of intervals(zone, span.firstAt, untilAt, 'month'))
		await rebuildMonth(sql, queueId, zone, month);
}

async function rebuildMonth(
	sql: Statements,
	queueId: number,
	zone: string,
	{ startAt, endAt }: Interval
): Promise<void> {
	const quarters = await sql<StoredRow[]>`
		select ${sql.unsafe(storedColumns)} from rollup r where r.queue_id = ${queueId} and r.level = ${levels.quarter}
			and r.start_at >= to_timestamp(${startAt}::float8 / 1000) and r.start_at < to_timestamp(${endAt}::float8 / 1000)`;
	const rows = new Map<string, RollupRow>();
	for (const quarter of quarters) {
		const tally = tallyOf(quarter);
		for (const level of coarseLevels) {
			const key = {
				queueId,
				level,
				topicId: quarter.topicId,
				startAt: spanOf(level, zone, quarter.startAt).startAt
			};
			const row = rows.get(keyOf(key)) ?? { ...key, tally: emptyTally() };
			mergeTally(row.tally, tally);
			rows.set(keyOf(key), row);
		}
	}
	await writeRows(sql, [...rows.values()]);
}
