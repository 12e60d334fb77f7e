import { outcomes, type Outcome } from '#model/call.ts';
import { numberArray, textArray } from './arrayText.ts';
import { BinaryRecords } from './binaryRecords.ts';
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

/** A call as it was found, with where that version of it lies: each change puts it elsewhere. */
export type StoredCall = CallRow & { place: Place };

/** A row's version and its place in its table (`xmin`, `ctid`): no later row that comes to lie there has both. */
interface Place {
	version: number;
	block: number;
	line: number;
}

export interface Layout {
	/** Calls lie on several machines, each with its queue: a place is one of its queue's machine. */
	areSpread: boolean;
}

/** One text for a call's key, to hold calls in a Map. */
export function keyText(key: CallKey): string {
	return `${key.sourceId} ${key.id}`;
}

/**
 * The stored calls among these keys, deleted ones too, by `keyText`.
 * @param prepare for few keys, in a transaction that reads by key only (lockQueues.server.ts): the plan is kept
 */
export async function findCalls(
	sql: Statements,
	keys: CallKey[],
	{ prepare = false }: { prepare?: boolean } = {}
): Promise<Map<string, StoredCall>> {
	const found = new Map<string, StoredCall>();
	const bySource = grouped(keys.map(({ sourceId, id }) => [sourceId, id]));
	const findOf = async ([sourceId, ids]: [number, string[]]) => {
		const of = [sourceId, textArray(ids)];
		const [row]: { calls: Buffer | null }[] = await sql.unsafe(findingOfSource, of, { prepare });
		if (row?.calls) readCalls(row.calls, sourceId, found);
	};
	await Promise.all([...bySource].map(findOf));
	return found;
}

/**
 * All in one value: ten thousand rows of columns take the driver five times as long. By a list, which the index is walked
 * along once; joined to the keys, the database begins at its root for each.
 */
const findingOfSource = `
	select string_agg(record_send(row(id, enqueued_at, answered_at, ended_at, revision, caller, queue_id, topic_id, priority,
		talk_seconds, hold_seconds, wrap_seconds, outcome, repeat, agent, channel, xmin, ctid)), '') calls
	from call where source_id = $1 and id = any($2::text::text[])`;

/** @param bytes rows of `findingOfSource` */
function readCalls(bytes: Buffer, sourceId: number, found: Map<string, StoredCall>): void {
	const records = new BinaryRecords(bytes);
	while (records.next()) {
		const call = readCall(records, sourceId);
		found.set(keyText(call), call);
	}
}

function readCall(records: BinaryRecords, sourceId: number): StoredCall {
	return {
		sourceId,
		id: records.text() ?? '',
		enqueuedAt: records.instant() ?? 0,
		answeredAt: records.instant(),
		endedAt: records.instant(),
		revision: records.bigint() ?? 0,
		caller: records.bigintText(),
		queueId: records.int() ?? 0,
		topicId: records.int(),
		priority: records.int(),
		talkSeconds: records.int(),
		holdSeconds: records.int(),
		wrapSeconds: records.int(),
		outcome: outcomeOf(records.text()),
		repeat: records.boolean() ?? false,
		agent: records.text(),
		channel: records.text() ?? '',
		place: { version: records.int() ?? 0, ...records.place() }
	};
}

function outcomeOf(name: string | null): CallRow['outcome'] {
	const outcome = storedOutcomes.find((known) => known === name);
	if (!outcome) throw new Error(`unknown outcome: ${name}`);
	return outcome;
}

const storedOutcomes = [...outcomes, 'deleted'] as const;

/** The statements are the same for any calls: the database plans them once a connection. */
const constant = { prepare: true };

/** Stores calls whose keys are not stored yet, in one statement: for batches too small for a COPY. */
export async function insertCalls(sql: Statements, rows: CallRow[]): Promise<void> {
	if (rows.length > 0) await sql.unsafe(insertion, recordTexts(rows), constant);
}

/** Changes calls that are stored, in the same queue. */
export async function updateCalls(sql: Statements, rows: CallRow[]): Promise<void> {
	if (rows.length > 0) await sql.unsafe(update, recordTexts(rows), constant);
}

/**
 * Takes calls out of their queues, so that they can be stored anew: there or, maybe on another machine, elsewhere. How
 * many were still as they had been found, and are gone now.
 */
export async function removeCalls(
	sql: Statements,
	calls: StoredCall[],
	{ areSpread }: Layout
): Promise<number> {
	if (calls.length === 0) return 0;
	const places = (of: Place[]) => [
		textArray(of.map(({ block, line }) => `(${block},${line})`)),
		numberArray(of.map(({ version }) => version))
	];
	if (!areSpread) return (await sql.unsafe(removal, places(calls.map(({ place }) => place)), constant)).count;
	const byQueue = grouped(calls.map(({ queueId, place }) => [queueId, place]));
	const removed = await Promise.all(
		[...byQueue].map(([queueId, of]) => sql.unsafe(removalOfQueue, [...places(of), queueId], constant))
	);
	return removed.reduce((sum, { count }) => sum + count, 0);
}

function grouped<Value>(pairs: [number, Value][]): Map<number, Value[]> {
	const groups = new Map<number, Value[]>();
	for (const [key, value] of pairs) {
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
}

const types = {
	enqueued_at: 'float8',
	answered_at: 'float8',
	ended_at: 'float8',
	revision: 'bigint',
	caller: 'bigint',
	queue_id: 'int',
	source_id: 'int',
	topic_id: 'int',
	priority: 'int',
	talk_seconds: 'int',
	hold_seconds: 'int',
	wrap_seconds: 'int',
	outcome: 'outcome',
	repeat: 'boolean',
	id: 'text',
	agent: 'text',
	channel: 'text'
};
const columns = Object.keys(types).join(', ');
const instants = ['enqueued_at', 'answered_at', 'ended_at'];
const values = Object.keys(types)
	.map((name) => (instants.includes(name) ? `to_timestamp(${name} / 1000) ${name}` : name))
	.join(', ');
const records = `(
	select ${values} from unnest(${Object.values(types)
		.map((type, i) => `$${i + 1}::text::${type}[]`)
		.join(', ')}) given(${columns})
) r`;
const insertion = `insert into call (${columns}) select ${columns} from ${records}`;
const key = ['queue_id', 'source_id', 'id'];
const changing = Object.keys(types).filter((name) => !key.includes(name));
const update = `
	update call c set (${changing.join(', ')}) = (${changing.map((name) => `r.${name}`).join(', ')})
	from ${records} where ${key.map((name) => `c.${name} = r.${name}`).join(' and ')}`;

/** By where they lie, which costs half of looking up their keys. */
const removal = `
	delete from call c using (select * from unnest($1::text::tid[], $2::text::int[]) r(place, version)) r
	where c.ctid = r.place and c.xmin = r.version`;
/** Citus plans no change by places over several queues; of one it goes to that queue's machine as it is. */
const removalOfQueue = `${removal} and c.queue_id = $3`;

/** The columns in the order of `types`. */
function recordTexts(rows: CallRow[]): string[] {
	return [
		numberArray(rows.map((row) => row.enqueuedAt)),
		numberArray(rows.map((row) => row.answeredAt)),
		numberArray(rows.map((row) => row.endedAt)),
		numberArray(rows.map((row) => row.revision)),
		numberArray(rows.map((row) => row.caller)),
		numberArray(rows.map((row) => row.queueId)),
		numberArray(rows.map((row) => row.sourceId)),
		numberArray(rows.map((row) => row.topicId)),
		numberArray(rows.map((row) => row.priority)),
		numberArray(rows.map((row) => row.talkSeconds)),
		numberArray(rows.map((row) => row.holdSeconds)),
		numberArray(rows.map((row) => row.wrapSeconds)),
		textArray(rows.map((row) => row.outcome)),
		textArray(rows.map((row) => String(row.repeat))),
		textArray(rows.map((row) => row.id)),
		textArray(rows.map((row) => row.agent)),
		textArray(rows.map((row) => row.channel))
	];
}
