import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import type { Database } from '#records/database.server.ts';

/** DuckDB in this process, with the stored calls in a table of its own. */
export interface Duck {
	ask(sql: string): Promise<number>;
	close(): Promise<void>;
}

interface DuckPackage {
	DuckDBInstance: {
		create(path: string): Promise<{
			connect(): Promise<{
				runAndReadAll(sql: string): Promise<{ getRows(): unknown[] }>;
				closeSync(): void;
			}>;
		}>;
	};
}

/**
 * DuckDB with all calls, by its Node package; null where that is not installed. It is no dependency: 70 MB that only
 * this comparison needs (`npm install --no-save @duckdb/node-api`).
 */
export async function duckOf({ sql }: Database): Promise<Duck | null> {
	const name = '@duckdb/node-api';
	const found: DuckPackage | null = await import(/* @vite-ignore */ name).catch(() => null);
	if (!found) return null;
	const file = join(tmpdir(), `offpeak-duck-${process.pid}`);
	const stream = await sql`copy (
		select enqueued_at, answered_at, ended_at, queue_id, topic_id, outcome, talk_seconds, hold_seconds, wrap_seconds, repeat from call
	) to stdout with (format csv, header)`.readable();
	const out = createWriteStream(`${file}.csv`);
	// Not piped: pulled from, postgres.js can leave its connection paused after the last row, for ever.
	stream.on('data', (row: Uint8Array) => out.write(row));
	await finished(stream);
	await pipeline([], out);
	const instance = await found.DuckDBInstance.create(`${file}.db`);
	const connection = await instance.connect();
	await connection.runAndReadAll(`set threads = 2`);
	await connection.runAndReadAll(
		`create table call as select * from read_csv('${file}.csv', types = {
			'enqueued_at': 'TIMESTAMPTZ', 'answered_at': 'TIMESTAMPTZ', 'ended_at': 'TIMESTAMPTZ', 'queue_id': 'INTEGER', 'topic_id': 'INTEGER',
			'outcome': 'VARCHAR', 'talk_seconds': 'INTEGER', 'hold_seconds': 'INTEGER', 'wrap_seconds': 'INTEGER',
			'repeat': 'VARCHAR'})`
	);
	await rm(`${file}.csv`);
	return {
		async ask(question) {
			const startedAt = performance.now();
			(await connection.runAndReadAll(question)).getRows();
			return performance.now() - startedAt;
		},
		async close() {
			connection.closeSync();
			for (const end of ['.db', '.db.wal']) await rm(file + end, { force: true });
		}
	};
}
