import type { Statements } from '#records/statements.ts';
import { keyOf, type RollupKey } from './changes.ts';
import { emptyTally, longer, offered, sumNames, type Tally } from './tally.ts';
import { encodeWaits, mergeEncodedWaits } from './waits.ts';

/** A rollup row in memory. */
export interface RollupRow extends RollupKey {
	tally: Tally;
}

/** The columns of the sums, in the order of `sumNames`. */
const sumColumns = sumNames.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

/** What a query selects of rollup rows `r`, to be read by `fromStored`. */
export const storedColumns = `r.queue_id "queueId", r.level, r.topic_id "topicId",
	(extract(epoch from r.start_at) * 1000)::float8 "startAt", r.waits, r.longest_answered_ms "longestAnsweredMs",
	r.longest_abandoned_ms "longestAbandonedMs", ${sumNames.map((name, i) => `r.${sumColumns[i]} "${name}"`).join(', ')}`;

export type StoredRow = RollupKey & Omit<Tally, 'waits'> & { waits: Uint8Array };

export function fromStored(stored: StoredRow): RollupRow {
	const { queueId, level, topicId, startAt } = stored;
	const tally = emptyTally();
	mergeStored(tally, stored);
	return { queueId, level, topicId, startAt, tally };
}

/** Adds a row as the database gave it to sums, without unpacking it first. */
export function mergeStored(into: Tally, stored: StoredRow): void {
	for (const name of sumNames) into[name] += stored[name];
	into.longestAnsweredMs = longer(into.longestAnsweredMs, stored.longestAnsweredMs);
	into.longestAbandonedMs = longer(into.longestAbandonedMs, stored.longestAbandonedMs);
	mergeEncodedWaits(into.waits, stored.waits);
}

/** The stored rows among these keys, by `keyOf`. */
export async function findRows(sql: Statements, keys: RollupKey[]): Promise<Map<string, RollupRow>> {
	const asked = JSON.stringify(
		keys.map((key) => ({ q: key.queueId, l: key.level, t: key.topicId, s: key.startAt }))
	);
	const rows = await sql<StoredRow[]>`
		select ${sql.unsafe(storedColumns)}
		from json_to_recordset(${asked}::text::json) k(q int, l smallint, t int, s float8)
		join rollup r on r.queue_id = k.q and r.level = k.l and r.topic_id = k.t
			and r.start_at = to_timestamp(k.s / 1000)`;
	return new Map(rows.map((row) => [keyOf(row), fromStored(row)]));
}

/** Writes rows as they are given; a row that no call is behind any more goes. */
export async function writeRows(sql: Statements, rows: RollupRow[]): Promise<void> {
	const empty = rows.filter((row) => offered(row.tally) === 0);
	const full = rows.filter((row) => offered(row.tally) !== 0);
	if (full.length > 0)
		await sql`
			insert into rollup (queue_id, level, topic_id, start_at, waits, longest_answered_ms, longest_abandoned_ms,
				${sql.unsafe(sumColumns.join(', '))})
			select q, l, t, to_timestamp(s / 1000), decode(waits, 'hex'), longest_answered_ms, longest_abandoned_ms,
				${sql.unsafe(sumColumns.join(', '))}
			from json_to_recordset(${JSON.stringify(full.map(toJson))}::text::json) j(q int, l smallint, t int, s float8,
				waits text, longest_answered_ms int, longest_abandoned_ms int,
				${sql.unsafe(sumColumns.map((column) => `${column} bigint`).join(', '))})
			on conflict (queue_id, level, topic_id, start_at) do update set waits = excluded.waits,
				longest_answered_ms = excluded.longest_answered_ms, longest_abandoned_ms = excluded.longest_abandoned_ms,
				${sql.unsafe(sumColumns.map((column) => `${column} = excluded.${column}`).join(', '))}`;
	if (empty.length > 0) {
		const keys = JSON.stringify(
			empty.map((row) => ({ q: row.queueId, l: row.level, t: row.topicId, s: row.startAt }))
		);
		await sql`
			delete from rollup r using json_to_recordset(${keys}::text::json) k(q int, l smallint, t int, s float8)
			where r.queue_id = k.q and r.level = k.l and r.topic_id = k.t and r.start_at = to_timestamp(k.s / 1000)`;
	}
}

function toJson({ queueId, level, topicId, startAt, tally }: RollupRow): Record<string, unknown> {
	const json: Record<string, unknown> = {
		q: queueId,
		l: level,
		t: topicId,
		s: startAt,
		waits: Buffer.from(encodeWaits(tally.waits)).toString('hex'),
		longest_answered_ms: tally.longestAnsweredMs,
		longest_abandoned_ms: tally.longestAbandonedMs
	};
	sumNames.forEach((name, i) => (json[sumColumns[i] ?? name] = tally[name]));
	return json;
}
