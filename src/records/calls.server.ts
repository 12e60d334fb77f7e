import type { Outcome } from '#model/call.ts';
import { numberArray, textArray } from './arrayText.ts';
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
	const rows: FoundCall[] = await sql.unsafe(
		finding,
		[numberArray(keys.map((key) => key.sourceId)), textArray(keys.map((key) => key.id))],
		constant
	);
	return new Map(rows.map((found) => [keyText(found), rowOf(found)]));
}

/** The numbers of a call as one text: ten thousand rows of columns take the driver three times as long. */
interface FoundCall extends Pick<
	CallRow,
	'sourceId' | 'id' | 'outcome' | 'agent' | 'channel' | 'caller' | 'repeat'
> {
	numbers: string;
}

const finding = `
	select c.source_id "sourceId", c.id, c.outcome, c.agent, c.channel, c.caller::text caller, c.repeat,
		array[round(date_part('epoch', c.enqueued_at) * 1000)::bigint, round(date_part('epoch', c.answered_at) * 1000)::bigint,
			round(date_part('epoch', c.ended_at) * 1000)::bigint, c.revision, c.queue_id, c.topic_id, c.priority,
			c.talk_seconds, c.hold_seconds, c.wrap_seconds]::text numbers
	from (select * from unnest($1::text::int[], $2::text::text[]) k(source_id, id)) k
	join call c on c.source_id = k.source_id and c.id = k.id`;

function rowOf({ sourceId, id, outcome, agent, channel, caller, repeat, numbers }: FoundCall): CallRow {
	const values: (number | null)[] = JSON.parse(`[${numbers.slice(1, -1).replaceAll('NULL', 'null')}]`);
	const [enqueuedAt, answeredAt = null, endedAt = null, revision, queueId, topicId = null] = values;
	const [priority = null, talkSeconds = null, holdSeconds = null, wrapSeconds = null] = values.slice(6);
	return {
		sourceId,
		id,
		queueId: queueId ?? 0,
		topicId,
		enqueuedAt: enqueuedAt ?? 0,
		answeredAt,
		endedAt,
		outcome,
		agent,
		channel,
		priority,
		talkSeconds,
		holdSeconds,
		wrapSeconds,
		caller,
		repeat,
		revision: revision ?? 0
	};
}

/** The statements are the same for any calls: the database plans them once a connection. */
const constant = { prepare: true };

/** Stores calls whose keys are not stored yet, in one statement: for batches too small for a COPY. */
export async function insertCalls(sql: Statements, rows: CallRow[]): Promise<void> {
	if (rows.length > 0) await sql.unsafe(insertion, recordTexts(rows), constant);
}

/**
 * Takes calls from one queue to another: they may lie on different machines then, where nothing but taking it away here
 * and storing it there moves a row.
 */
export async function moveCalls(
	sql: Statements,
	moved: { row: CallRow; fromQueueId: number }[]
): Promise<void> {
	if (moved.length === 0) return;
	const keys = [
		numberArray(moved.map(({ fromQueueId }) => fromQueueId)),
		numberArray(moved.map(({ row }) => row.sourceId)),
		textArray(moved.map(({ row }) => row.id))
	];
	await sql.unsafe(removal, keys, constant);
	await insertCalls(
		sql,
		moved.map(({ row }) => row)
	);
}

/** Replaces calls that are stored in the same queue. */
export async function updateCalls(sql: Statements, rows: CallRow[]): Promise<void> {
	if (rows.length > 0) await sql.unsafe(update, recordTexts(rows), constant);
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
const removal = `
	delete from call c using (select * from unnest($1::text::int[], $2::text::int[], $3::text::text[]) r(${key.join(', ')})) r
	where ${key.map((name) => `c.${name} = r.${name}`).join(' and ')}`;

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
