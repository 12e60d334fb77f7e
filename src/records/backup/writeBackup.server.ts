import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { atOneMoment } from '../cluster/atOneMoment.server.ts';
import type { Database } from '../connect.server.ts';
import type { Statements } from '../statements.ts';
import { endOfRows, quoted, type End, type Head, type TableHead } from './backupFile.ts';
import { figuresOf } from './figuresOf.server.ts';

export interface BackupOptions {
	/** The instant that is written into it, ms since 1970. */
	now: number;
	/** Told about each table as it is done. */
	progress?: (table: string, rows: number) => void;
}

/**
 * Writes the whole database, as it is at one moment, into a file that only its owner can read; calls may come in
 * meanwhile. The file appears when it is whole and on the disk. Throws where there is one already.
 */
export async function writeBackup(
	database: Pick<Database, 'sql'>,
	file: string,
	{ now, progress = () => {} }: BackupOptions
): Promise<End> {
	const unfinished = `${file}.unfinished`;
	// Fails where somebody else is writing it, or has.
	await (await open(file, 'wx', 0o600)).close();
	try {
		const end = await atOneMoment(database, async (sql) => {
			const said: { end: End | null } = { end: null };
			await pipeline(
				backupText(sql, { now, progress }, said),
				createGzip({ level: 6 }),
				createWriteStream(unfinished, { mode: 0o600 })
			);
			if (!said.end) throw new Error('the backup has no end');
			return said.end;
		});
		const written = await open(unfinished, 'r+');
		await written.sync().finally(() => written.close());
		await rename(unfinished, file);
		return end;
	} catch (error) {
		await rm(unfinished, { force: true });
		await rm(file, { force: true });
		throw error;
	}
}

/** What is in the file, piece by piece; `said` gets its end. */
async function* backupText(
	sql: Statements,
	{ now, progress }: Required<BackupOptions>,
	said: { end: End | null }
): AsyncGenerator<string | Uint8Array> {
	const hash = createHash('sha256');
	const head: Head = {
		format: 'offpeak-backup',
		version: 1,
		made_at: new Date(now).toISOString(),
		migrated_to: await migratedTo(sql)
	};
	const first = `${JSON.stringify(head)}\n`;
	hash.update(first);
	yield first;
	const rows: End['rows'] = {};
	for (const table of await tablesOf(sql)) {
		const name = `${table.schema}.${table.table}`;
		let count = -2;
		for await (const piece of tableText(sql, table)) {
			hash.update(piece);
			count += countLines(piece);
			yield piece;
		}
		rows[name] = count;
		progress(name, count);
	}
	said.end = { rows, figures: await figuresOf(sql), sha256: hash.digest('hex') };
	yield `${JSON.stringify(said.end)}\n`;
}

async function migratedTo(sql: Statements): Promise<number> {
	const [row] = await sql<
		{ at: number }[]
	>`select max(created_at)::float8 as at from drizzle.__drizzle_migrations`;
	if (!row?.at) throw new Error('the database has no migrations');
	return row.at;
}

/** All tables, those that others refer to before these. A cluster's keys of calls are made from the calls. */
async function tablesOf(sql: Statements): Promise<TableHead[]> {
	const tables = await sql<(TableHead & { id: number })[]>`
		select class.oid::int as id, namespace.nspname as schema, class.relname as table,
			array(select attname::text from pg_attribute
				where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns
		from pg_class class join pg_namespace namespace on namespace.oid = class.relnamespace
		where namespace.nspname in ('public', 'drizzle') and class.relkind in ('r', 'p') and not class.relispartition
			and class.relname <> 'call_key'
		order by 2, 3`;
	const references = await sql<{ from: number; to: number }[]>`
		select conrelid::int as "from", confrelid::int as "to" from pg_constraint
		where contype = 'f' and conrelid <> confrelid`;
	const ordered: (typeof tables)[number][] = [];
	const add = (table: (typeof tables)[number]) => {
		if (ordered.includes(table)) return;
		for (const { from, to } of references) {
			const other = tables.find(({ id }) => id === to);
			if (from === table.id && other) add(other);
		}
		ordered.push(table);
	};
	for (const table of tables) add(table);
	return ordered.map(({ schema, table, columns }) => ({ schema, table, columns }));
}

/** Its head, its rows and the line after them. */
async function* tableText(
	sql: Statements,
	{ schema, table, columns }: TableHead
): AsyncGenerator<Uint8Array> {
	yield Buffer.from(`${JSON.stringify({ schema, table, columns })}\n`);
	const copy = await sql
		.unsafe(`copy ${quoted(schema, table)} (${quotedList(columns)}) to stdout`)
		.readable();
	for await (const rows of copy) yield rows;
	// postgres.js leaves the connection paused where the last rows had to wait; who has read all does not ask again.
	copy._read(0);
	yield Buffer.from(`${endOfRows}\n`);
}

export function countLines(bytes: Uint8Array): number {
	let lines = 0;
	for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
	return lines;
}

export const quotedList = (columns: string[]) => columns.map((column) => quoted(column)).join(', ');
