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

/** What most would write: an insert for every call, and no figures at all. Seconds. */
export async function rowAtATime({ db }: Database, calls: Call[]): Promise<number> {
	const dateOf = (at: number | null) => (at === null ? null : new Date(at));
	const startedAt = performance.now();
	for (const call of calls)
		await db.insert(callTable).values({
			id: call.id,
			sourceId: 1,
			queueId: 1,
			topicId: 1,
			enqueuedAt: new Date(call.enqueuedAt),
			answeredAt: dateOf(call.answeredAt),
			endedAt: dateOf(call.endedAt),
			outcome: call.outcome,
			agent: call.agent ?? null,
			talkSeconds: call.talkSeconds,
			holdSeconds: call.holdSeconds,
			wrapSeconds: call.wrapSeconds
		});
	return (performance.now() - startedAt) / 1000;
}
