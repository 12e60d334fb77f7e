import type { Statements } from '#records/statements.ts';
import { intervals, nextStart, floorTo, type Interval } from '#time/intervals.ts';
import { keyOf } from './changes.ts';
import { coarseLevels, levels, levelsOfDay, spanOf, type RollupLevel } from './levels.ts';
import { storedColumns, tallyOf, writeRows, type RollupRow, type StoredRow } from './rows.server.ts';
import { emptyTally, mergeTally } from './tally.ts';

/**
 * Makes a queue's hours, days and months anew from its quarter hours, as they are in this zone; under the queue's lock.
 * Month by month: years of a busy queue do not fit in memory.
 */
export async function rebuildLevels(sql: Statements, queueId: number, zone: string): Promise<void> {
	await sql`delete from rollup where queue_id = ${queueId} and level in ${sql(coarseLevels)}`;
	for (const month of await monthsOf(sql, queueId, zone, levels.quarter)) {
		const quarters = await rowsIn(sql, queueId, levels.quarter, month);
		for (const level of levelsOfDay) await writeRows(sql, summed(quarters, level, zone));
		await writeRows(sql, await monthFromDays(sql, queueId, zone, month));
	}
}

/** Makes only the months anew, from the days. */
export async function rebuildMonths(sql: Statements, queueId: number, zone: string): Promise<void> {
	await sql`delete from rollup where queue_id = ${queueId} and level = ${levels.month}`;
	for (const month of await monthsOf(sql, queueId, zone, levels.day))
		await writeRows(sql, await monthFromDays(sql, queueId, zone, month));
}

/** The rows of a month as its days add up to them, for each topic and for all. */
export async function monthFromDays(
	sql: Statements,
	queueId: number,
	zone: string,
	month: Interval
): Promise<RollupRow[]> {
	return summed(await rowsIn(sql, queueId, levels.day, month), levels.month, zone);
}

/** The months of the zone from a queue's first row of a level to its last. */
async function monthsOf(
	sql: Statements,
	queueId: number,
	zone: string,
	level: RollupLevel
): Promise<Interval[]> {
	const [span] = await sql<{ firstAt: number | null; lastAt: number }[]>`
		select round(date_part('epoch', min(start_at)) * 1000) "firstAt", round(date_part('epoch', max(start_at)) * 1000) "lastAt"
		from rollup where queue_id = ${queueId} and level = ${level}`;
	if (!span || span.firstAt === null) return [];
	const untilAt = nextStart(zone, floorTo(zone, span.lastAt, 'month'), 'month');
	return intervals(zone, span.firstAt, untilAt, 'month');
}

function rowsIn(
	sql: Statements,
	queueId: number,
	level: RollupLevel,
	{ startAt, endAt }: Interval
): Promise<StoredRow[]> {
	return sql<StoredRow[]>`
		select ${sql.unsafe(storedColumns)} from rollup r where r.queue_id = ${queueId} and r.level = ${level}
			and r.start_at >= to_timestamp(${startAt}::float8 / 1000) and r.start_at < to_timestamp(${endAt}::float8 / 1000)`;
}

/** Rows of a level as the finer ones add up to them. */
function summed(finer: StoredRow[], level: RollupLevel, zone: string): RollupRow[] {
	const rows = new Map<string, RollupRow>();
	for (const stored of finer) {
		const { queueId, topicId } = stored;
		const key = { queueId, level, topicId, startAt: spanOf(level, zone, stored.startAt).startAt };
		const row = rows.get(keyOf(key)) ?? { ...key, tally: emptyTally() };
		mergeTally(row.tally, tallyOf(stored));
		rows.set(keyOf(key), row);
	}
	return [...rows.values()];
}
