import type { Statements } from '#records/statements.ts';
import { keyOf, levels, type RollupChange } from './changes.ts';
import { findRows, writeRows, type RollupRow } from './rows.server.ts';
import { emptyTally, mergeTally } from './tally.ts';

/**
 * Adds the differences to the rollup rows, inside the transaction that wrote the calls and under the locks of their
 * queues. Quarter hours before days: a day's longest wait is looked up in its quarter hours.
 */
export async function applyChanges(sql: Statements, changes: RollupChange[]): Promise<void> {
	if (changes.length === 0) return;
	const rows = await findRows(sql, changes);
	const merged: RollupRow[] = [];
	const unsure: RollupChange[] = [];
	for (const change of changes) {
		const row = rows.get(keyOf(change)) ?? { ...place(change), tally: emptyTally() };
		if (loosesItsLongest(row, change)) unsure.push(change);
		mergeTally(row.tally, change.difference);
		rows.set(keyOf(change), row);
		merged.push(row);
	}
	for (const longest of await findLongest(sql, unsure)) {
		const row = rows.get(keyOf(longest));
		if (row)
			Object.assign(row.tally, {
				longestAnsweredMs: longest.answeredMs,
				longestAbandonedMs: longest.abandonedMs
			});
	}
	await writeRows(sql, merged);
}

function place({ queueId, level, topicId, startAt }: RollupChange) {
	return { queueId, level, topicId, startAt };
}

/** A longest wait cannot be subtracted: when a call that may have held it goes, it has to be looked up. */
function loosesItsLongest({ tally }: RollupRow, change: RollupChange): boolean {
	const { removedAnsweredMs: answeredMs, removedAbandonedMs: abandonedMs } = change;
	return (
		(answeredMs !== null && answeredMs >= (tally.longestAnsweredMs ?? 0)) ||
		(abandonedMs !== null && abandonedMs >= (tally.longestAbandonedMs ?? 0))
	);
}

interface Longest extends Pick<RollupChange, 'queueId' | 'level' | 'topicId' | 'startAt'> {
	answeredMs: number | null;
	abandonedMs: number | null;
}

/** The longest waits of these rows: a quarter hour's from its calls, a day's from its quarter hours. */
async function findLongest(sql: Statements, rows: RollupChange[]): Promise<Longest[]> {
	const asked = (level: number) =>
		JSON.stringify(
			rows
				.filter((row) => row.level === level)
				.map((row) => ({ q: row.queueId, t: row.topicId, s: row.startAt, e: row.endAt }))
		);
	if (rows.length === 0) return [];
	return sql<Longest[]>`
		select k.q "queueId", 15 "level", k.t "topicId", k.s "startAt",
			(extract(epoch from max(c.answered_at - c.enqueued_at) filter (where c.outcome = 'answered')) * 1000)::int "answeredMs",
			(extract(epoch from max(c.ended_at - c.enqueued_at) filter (where c.outcome = 'abandoned')) * 1000)::int "abandonedMs"
		from json_to_recordset(${asked(levels.quarter)}::text::json) k(q int, t int, s float8, e float8)
		left join call c on c.queue_id = k.q and c.enqueued_at >= to_timestamp(k.s / 1000)
			and c.enqueued_at < to_timestamp(k.e / 1000) and (k.t = 0 or c.topic_id = k.t)
		group by k.q, k.t, k.s
		union all
		select k.q, 1440, k.t, k.s, max(r.longest_answered_ms), max(r.longest_abandoned_ms)
		from json_to_recordset(${asked(levels.day)}::text::json) k(q int, t int, s float8, e float8)
		left join rollup r on r.queue_id = k.q and r.level = 15 and r.topic_id = k.t
			and r.start_at >= to_timestamp(k.s / 1000) and r.start_at < to_timestamp(k.e / 1000)
		group by k.q, k.t, k.s`;
}
