import { bytesArray, numberArray } from '#records/arrayText.ts';
import type { Statements } from '#records/statements.ts';
import { keyOf, type RollupKey } from './changes.ts';
import { partMark } from './packedWaits.ts';
import { emptyTally, offered, sumNames, type Tally } from './tally.ts';
import { encodeWaits, mergeEncodedWaits, type Waits } from './waits.ts';

/** A rollup row in memory. */
export interface RollupRow extends RollupKey {
	tally: Tally;
}

/** The columns of the sums, in the order of `sumNames`. */
export const sumColumns = sumNames.map((name) =>
	name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
);

/** What a query selects of rollup rows `r`, to be read by `tallyOf`. Sums as one text: it is read faster than columns. */
export const storedColumns = `r.queue_id "queueId", r.level, r.topic_id "topicId",
	round(date_part('epoch', r.start_at) * 1000) "startAt", r.waits, r.longest_answered_ms "longestAnsweredMs",
	r.longest_abandoned_ms "longestAbandonedMs", array[${sumColumns.map((name) => `r.${name}`).join(', ')}]::text sums`;

export interface StoredSums extends Pick<Tally, 'longestAnsweredMs' | 'longestAbandonedMs'> {
	/** An array of numbers in the order of `sumNames`, as PostgreSQL writes it. */
	sums: string;
	waits: Uint8Array;
}

export type StoredRow = RollupKey & StoredSums;

export function fromStored(stored: StoredRow): RollupRow {
	const { queueId, level, topicId, startAt } = stored;
	return { queueId, level, topicId, startAt, tally: tallyOf(stored) };
}

export function tallyOf({ sums, waits, longestAnsweredMs, longestAbandonedMs }: StoredSums): Tally {
	const tally = emptyTally();
	const values: number[] = JSON.parse(`[${sums.slice(1, -1)}]`);
	sumNames.forEach((name, i) => (tally[name] = values[i] ?? 0));
	tally.longestAnsweredMs = longestAnsweredMs;
	tally.longestAbandonedMs = longestAbandonedMs;
	mergeEncodedWaits(tally.waits, waits);
	return tally;
}

/** The stored rows among these keys. */
export async function findRows(sql: Statements, keys: RollupKey[]): Promise<RollupRow[]> {
	const rows: StoredRow[] = await sql.unsafe(
		`select ${storedColumns} from ${keysFrom} join rollup r on ${isThatRow}`,
		keyTexts(keys),
		constant
	);
	return rows.map(fromStored);
}

/** A row that was added to, as it is now. */
export interface AddedRow extends RollupKey {
	/** How many packings its counts of waits consist of. */
	parts: number;
	offered: number;
	longestAnsweredMs: number | null;
	longestAbandonedMs: number | null;
}

/**
 * Adds to rows, or makes them, without reading them first: sums are added, the packed counts of waits are put behind
 * those that are stored, the longer of two longest waits stays. Gives those that no call is behind any more and those
 * of so many parts, or `all` of them; in no order. Written down at once, and sent by the function that this gives.
 */
export function addToRows(
	rows: RollupRow[],
	{ parts, all }: { parts: number; all: boolean }
): (sql: Statements) => Promise<AddedRow[]> {
	const values = [...valueTexts(rows), parts, all];
	return async (sql) => sql.unsafe(addition, values, constant);
}

/** Writes rows as they are given; a row that no call is behind any more goes. */
export async function writeRows(sql: Statements, rows: RollupRow[]): Promise<void> {
	const full = rows.filter(({ tally }) => offered(tally) !== 0);
	if (full.length > 0) await sql.unsafe(replacement, valueTexts(full), constant);
	await removeRows(
		sql,
		rows.filter(({ tally }) => offered(tally) === 0)
	);
}

export async function removeRows(sql: Statements, keys: RollupKey[]): Promise<void> {
	if (keys.length === 0) return;
	await sql.unsafe(`delete from rollup r using ${keysFrom} where ${isThatRow}`, keyTexts(keys), constant);
}

/** The statements are the same for any rows: the database plans them once a connection. */
const constant = { prepare: true };

const keyTypes = ['int', 'smallint', 'int', 'float8'];
const keysFrom = `(select * from ${unnest(keyTypes)} k(queue_id, level, topic_id, start_ms)) k`;
const isThatRow = `r.queue_id = k.queue_id and r.level = k.level and r.topic_id = k.topic_id
	and r.start_at = to_timestamp(k.start_ms / 1000)`;

const valueColumns = ['waits', 'longest_answered_ms', 'longest_abandoned_ms', ...sumColumns];
const valueCount = keyTypes.length + valueColumns.length;
const insertion = `
	insert into rollup (queue_id, level, topic_id, start_at, ${valueColumns.join(', ')})
	select queue_id, level, topic_id, to_timestamp(start_ms / 1000), ${valueColumns.join(', ')}
	from ${unnest([...keyTypes, 'bytea', 'int', 'int', ...sumColumns.map(() => 'bigint')])}
		v(queue_id, level, topic_id, start_ms, ${valueColumns.join(', ')})
	on conflict (queue_id, level, topic_id, start_at) do update set `;
const replacement = `${insertion} parts = 1, ${valueColumns.map((name) => `${name} = excluded.${name}`).join(', ')}`;
const addition = `with added as (${insertion}
	waits = case when rollup.waits = '' or excluded.waits = '' then rollup.waits || excluded.waits
		else rollup.waits || '${partMark}'::bytea || excluded.waits end,
	parts = rollup.parts + (rollup.waits <> '' and excluded.waits <> '')::int,
	longest_answered_ms = greatest(rollup.longest_answered_ms, excluded.longest_answered_ms),
	longest_abandoned_ms = greatest(rollup.longest_abandoned_ms, excluded.longest_abandoned_ms),
	${sumColumns.map((name) => `${name} = rollup.${name} + excluded.${name}`).join(', ')}
	returning queue_id "queueId", level, topic_id "topicId", round(date_part('epoch', start_at at time zone 'UTC') * 1000) "startAt", parts,
		answered + abandoned + overflowed + timed_out + callback + voicemail + rejected + lost + waiting offered,
		longest_answered_ms "longestAnsweredMs", longest_abandoned_ms "longestAbandonedMs"
	) select * from added where parts >= $${valueCount + 1} or offered = 0 or $${valueCount + 2}`;

function unnest(types: string[]): string {
	return `unnest(${types.map((type, i) => `$${i + 1}::text::${type}[]`).join(', ')})`;
}

function keyTexts(keys: RollupKey[]): string[] {
	return [
		numberArray(keys.map((key) => key.queueId)),
		numberArray(keys.map((key) => key.level)),
		numberArray(keys.map((key) => key.topicId)),
		numberArray(keys.map((key) => key.startAt))
	];
}

/** Rows of several levels and topics that only one quarter hour changed share their counts: each is packed once. */
function packedOnce(): (row: RollupRow) => Uint8Array {
	const known = new Map<Waits, Uint8Array>();
	return ({ tally: { waits } }) => {
		const packed = known.get(waits) ?? encodeWaits(waits);
		known.set(waits, packed);
		return packed;
	};
}

function valueTexts(rows: RollupRow[]): string[] {
	return [
		...keyTexts(rows),
		bytesArray(rows.map(packedOnce())),
		numberArray(rows.map(({ tally }) => tally.longestAnsweredMs)),
		numberArray(rows.map(({ tally }) => tally.longestAbandonedMs)),
		...sumNames.map((name) => numberArray(rows.map(({ tally }) => tally[name])))
	];
}

/** By `keyOf`. */
export function byKey<Row extends RollupKey>(rows: Row[]): Map<string, Row> {
	return new Map(rows.map((row) => [keyOf(row), row]));
}
