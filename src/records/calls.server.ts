import { pipeline } from 'node:stream/promises';
import type { Outcome } from '#model/call.ts';
import { BinaryRows } from './binaryRows.ts';
import type { Statements } from './statements.ts';

/** A call as it is stored: its names as ids, its caller as a keyed hash, and what follows from its neighbours. */
export interface CallRow {
	sourceId: number;
	id: string;
	queueId: number;
	topicId: number | null;
	enqueuedAt: number;
	answeredAt: number | null;
	endedAt: number | null;
	outcome: Outcome | 'deleted';
	agent: string | null;
	channel: string;
	priority: number | null;
	talkSeconds: number | null;
	holdSeconds: number | null;
	wrapSeconds: number | null;
	/** A signed 64-bit number as text. */
	caller: string | null;
	/** The caller's number was seen in this queue in the 24 hours before. */
	repeat: boolean;
	revision: number;
}

export type CallKey = Pick<CallRow, 'sourceId' | 'id'>;

/** One text for a call's key, to hold calls in a Map. */
export function keyText(key: CallKey): string {
	return `${key.sourceId} ${key.id}`;
}

/** The stored calls among these keys, deleted ones too, by `keyText`. */
export async function findCalls(sql: Statements, keys: CallKey[]): Promise<Map<string, CallRow>> {
	if (keys.length === 0) return new Map();
	const asked = JSON.stringify(keys.map((key) => ({ s: key.sourceId, i: key.id })));
	const rows = await sql<CallRow[]>`
		select c.source_id "sourceId", c.id, c.queue_id "queueId", c.topic_id "topicId",
			(extract(epoch from c.enqueued_at) * 1000)::float8 "enqueuedAt",
			(extract(epoch from c.answered_at) * 1000)::float8 "answeredAt",
			(extract(epoch from c.ended_at) * 1000)::float8 "endedAt",
			c.outcome, c.agent, c.channel, c.priority, c.talk_seconds "talkSeconds", c.hold_seconds "holdSeconds",
			c.wrap_seconds "wrapSeconds", c.caller::text caller, c.repeat, c.revision
		from json_to_recordset(${asked}::text::json) k(s int, i text)
		join call c on c.source_id = k.s and c.id = k.i`;
	return new Map(rows.map((row) => [keyText(row), row]));
}

/**
 * Stores calls whose keys are not stored yet, the fastest way the database has. A key that is stored after all fails
 * the whole statement with 23505 (unique_violation).
 */
export async function copyCalls(sql: Statements, rows: CallRow[]): Promise<void> {
	const copy = sql`copy call (enqueued_at, answered_at, ended_at, revision, caller, queue_id, source_id, topic_id,
		priority, talk_seconds, hold_seconds, wrap_seconds, outcome, id, agent, channel)
		from stdin with (format binary)`;
	const stream = await copy.writable();
	// An error that comes after the last byte postgres.js tells only the query: the stream would wait for ever.
	const failed = new Promise<never>((_, reject) => Object.assign(copy, { reject }));
	await Promise.race([pipeline(copyPieces(rows), stream), failed]);
}

/** In pieces, so that the database stores the first rows while the next ones are made. */
function* copyPieces(rows: CallRow[]): Generator<Buffer> {
	yield BinaryRows.head;
	let piece = new BinaryRows(0);
	for (const row of rows) {
		const mostBytes = 200 + 3 * (row.id.length + (row.agent?.length ?? 0) + row.channel.length);
		if (!piece.hasRoomFor(mostBytes)) {
			yield piece.written();
			piece = new BinaryRows(mostBytes);
		}
		addRow(piece, row);
	}
	yield piece.written();
	yield BinaryRows.tail;
}

/** The columns in the order of `copyCalls`. */
function addRow(piece: BinaryRows, row: CallRow): void {
	piece.row(16);
	piece.instant(row.enqueuedAt);
	piece.instant(row.answeredAt);
	piece.instant(row.endedAt);
	piece.bigint(row.revision);
	piece.bigintText(row.caller);
	piece.int(row.queueId);
	piece.int(row.sourceId);
	piece.int(row.topicId);
	piece.int(row.priority);
	piece.int(row.talkSeconds);
	piece.int(row.holdSeconds);
	piece.int(row.wrapSeconds);
	piece.text(row.outcome);
	piece.text(row.id);
	piece.text(row.agent);
	piece.text(row.channel);
}

/** Stores calls whose keys are not stored yet, in one statement with one parameter: for batches too small for a COPY. */
export async function insertCalls(sql: Statements, rows: CallRow[]): Promise<void> {
	if (rows.length === 0) return;
	await sql`
		insert into call (enqueued_at, answered_at, ended_at, revision, caller, queue_id, source_id, topic_id, priority,
			talk_seconds, hold_seconds, wrap_seconds, outcome, id, agent, channel)
		select ${sql.unsafe(recordColumns)} from json_to_recordset(${recordsJson(rows)}::text::json) ${sql.unsafe(recordShape)}`;
}

/** Replaces calls whose keys are stored. */
export async function updateCalls(sql: Statements, rows: CallRow[]): Promise<void> {
	if (rows.length === 0) return;
	await sql`
		update call c set (enqueued_at, answered_at, ended_at, revision, caller, queue_id, topic_id, priority, talk_seconds,
			hold_seconds, wrap_seconds, outcome, agent, channel, repeat)
			= (r.enqueued_at, r.answered_at, r.ended_at, r.revision, r.caller, r.queue_id, r.topic_id, r.priority,
				r.talk_seconds, r.hold_seconds, r.wrap_seconds, r.outcome, r.agent, r.channel, r.repeat)
		from (select ${sql.unsafe(recordColumns)}, repeat
			from json_to_recordset(${recordsJson(rows)}::text::json) ${sql.unsafe(recordShape)}) r
		where c.source_id = r.source_id and c.id = r.id`;
}

const recordShape = `j(enqueued_at float8, answered_at float8, ended_at float8, revision bigint, caller bigint, queue_id int,
	source_id int, topic_id int, priority int, talk_seconds int, hold_seconds int, wrap_seconds int, outcome outcome, id text,
	agent text, channel text, repeat boolean)`;
const recordColumns = `to_timestamp(enqueued_at / 1000) enqueued_at, to_timestamp(answered_at / 1000) answered_at,
	to_timestamp(ended_at / 1000) ended_at, revision, caller, queue_id, source_id, topic_id, priority, talk_seconds,
	hold_seconds, wrap_seconds, outcome, id, agent, channel`;

function recordsJson(rows: CallRow[]): string {
	return JSON.stringify(
		rows.map((row) => ({
			enqueued_at: row.enqueuedAt,
			answered_at: row.answeredAt,
			ended_at: row.endedAt,
			revision: row.revision,
			caller: row.caller,
			queue_id: row.queueId,
			source_id: row.sourceId,
			topic_id: row.topicId,
			priority: row.priority,
			talk_seconds: row.talkSeconds,
			hold_seconds: row.holdSeconds,
			wrap_seconds: row.wrapSeconds,
			outcome: row.outcome,
			id: row.id,
			agent: row.agent,
			channel: row.channel,
			repeat: row.repeat
		}))
	);
}
