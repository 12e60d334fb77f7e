import { finished } from 'node:stream/promises';
import type { Call } from '#model/call.ts';
import type { Bytes } from './ndjson.ts';
import type { Database } from '#records/database.server.ts';
import { call as callTable } from '#records/schema.server.ts';

const batchRecords = 10_000;

/** The rows that are stored now, in the order in which they were written, as COPY's text in batches of 10,000. */
export async function storedRows({ sql }: Database): Promise<Bytes[]> {
	const rows: Uint8Array[] = [];
	const stream = await sql`copy call to stdout`.readable();
	// Not `for await`: pulled from, postgres.js can leave its connection paused after the last row, for ever.
	stream.on('data', (row: Uint8Array) => rows.push(row));
	await finished(stream);
	const batches: Bytes[] = [];
	for (let at = 0; at < rows.length; at += batchRecords)
		batches.push(Buffer.concat(rows.slice(at, at + batchRecords)));
	return batches;
}

/** The least that storing costs: rows made ready beforehand, into a table like `call` with all its indexes. Seconds. */
export async function bareCopy({ sql }: Database, batches: Bytes[]): Promise<number> {
	await sql`drop table if exists bare`;
	await sql`create table bare (like call including all)`;
	await sql`checkpoint`;
	const startedAt = performance.now();
	for (const batch of batches) {
		const stream = await sql`copy bare from stdin`.writable();
		stream.end(batch);
		await finished(stream);
	}
	return (performance.now() - startedAt) / 1000;
}

/** What most would write first: an insert for every call, and the figures made anew afterwards, as every night. Seconds. */
export async function rowAtATime({ sql, db }: Database, calls: Call[]): Promise<number> {
	const startedAt = performance.now();
	for (const call of calls) await db.insert(callTable).values(valuesOf(call));
	await sql.unsafe(`create table nightly as ${figures}`);
	const seconds = (performance.now() - startedAt) / 1000;
	await sql`drop table nightly`;
	return seconds;
}

const rowsAtOnce = 1000;

/** What most would write next: inserts of 1,000 rows, and a materialized view of the figures. Seconds. */
export async function manyRowsAndView({ sql, db }: Database, calls: Call[]): Promise<number> {
	await sql.unsafe(`create materialized view hourly as ${figures} with no data`);
	const startedAt = performance.now();
	for (let at = 0; at < calls.length; at += rowsAtOnce)
		await db.insert(callTable).values(calls.slice(at, at + rowsAtOnce).map(valuesOf));
	await sql`refresh materialized view hourly`;
	const seconds = (performance.now() - startedAt) / 1000;
	await sql`drop materialized view hourly`;
	return seconds;
}

function valuesOf(call: Call) {
	const dateOf = (at: number | null) => (at === null ? null : new Date(at));
	return {
		id: call.id,
		sourceId: 1,
		queueId: 1 + (Number(call.queue.replace(/\D/g, '')) || 0),
		topicId: 1,
		enqueuedAt: new Date(call.enqueuedAt),
		answeredAt: dateOf(call.answeredAt),
		endedAt: dateOf(call.endedAt),
		outcome: call.outcome,
		agent: call.agent ?? null,
		talkSeconds: call.talkSeconds,
		holdSeconds: call.holdSeconds,
		wrapSeconds: call.wrapSeconds
	};
}

const waited = `extract(epoch from case outcome when 'answered' then answered_at else ended_at end - enqueued_at)`;
/** The figures of each queue's hours: fewer than a rollup row holds. */
const figures = `
	select queue_id, date_trunc('hour', enqueued_at) as start_at, count(*) as offered,
		count(*) filter (where outcome = 'answered') as answered,
		count(*) filter (where outcome = 'abandoned') as abandoned,
		count(*) filter (where outcome = 'answered' and ${waited} <= 20) as answered_within,
		percentile_cont(array[0.5, 0.9]) within group (order by ${waited}) as waits, max(${waited}) as longest,
		sum(talk_seconds) as talk, sum(hold_seconds) as hold, sum(wrap_seconds) as wrap
	from call group by 1, 2`;
