import { once } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database } from '../connect.server.ts';
import { distribute, shardsOfCalls } from '../cluster/distribute.server.ts';
import { migrateDatabase, migrationsFolder } from '../migrate.server.ts';
import type { Statements } from '../statements.ts';
import { quoted, type End } from './backupFile.ts';
import { figuresOf } from './figuresOf.server.ts';
import { BadBackup, checkBackup, readBackup } from './readBackup.server.ts';
import { quotedList } from './writeBackup.server.ts';

/**
 * Puts what a backup holds in the place of all that is in the database, in one transaction: the schema as it was then,
 * the rows, and a check that every figure adds up to what it did; then brings it to this version, and spreads it over the
 * cluster again if it was. The file is read to
 * its end before anything is touched. Throws BadBackup, with nothing changed, for one that is not whole.
 */
export async function restoreBackup(
	database: Pick<Database, 'sql' | 'replaceConnections'>,
	file: string
): Promise<End> {
	const { head, end } = await checkBackup(file);
	const migrations = readMigrationFiles({ migrationsFolder: migrationsFolder() });
	if (!migrations.some(({ folderMillis }) => folderMillis === head.migrated_to))
		throw new BadBackup('was made by a newer Offpeak: restore it with that one, or a later one');
	const shards = await shardsOfCalls(database.sql);
	await database.sql.begin(async (sql) => {
		await dropAll(sql);
		await sql.unsafe('create schema if not exists drizzle');
		await sql.unsafe(
			'create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)'
		);
		for (const { sql: statements, folderMillis } of migrations)
			if (folderMillis <= head.migrated_to) for (const statement of statements) await sql.unsafe(statement);
		await copyRows(sql, file);
		await moveSequences(sql);
		const figures = await figuresOf(sql);
		if (!isDeepStrictEqual(figures, end.figures))
			throw new BadBackup('does not add up: its figures differ after restoring them');
	});
	// What the old ones have prepared was for the tables that are gone.
	database.replaceConnections();
	await migrateDatabase(database.sql);
	if (shards > 0) await distribute(database.sql, shards);
	return end;
}

/** Everything that migrations have made. */
async function dropAll(sql: Statements): Promise<void> {
	const tables = await sql<{ schema: string; name: string }[]>`
		select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'drizzle')`;
	for (const { schema, name } of tables) await sql.unsafe(`drop table ${quoted(schema, name)} cascade`);
	const types = await sql<{ name: string }[]>`
		select typname as name from pg_type join pg_namespace on pg_namespace.oid = typnamespace
		where nspname = 'public' and typtype = 'e'`;
	for (const { name } of types) await sql.unsafe(`drop type ${quoted('public', name)}`);
}

async function copyRows(sql: Statements, file: string): Promise<void> {
	let into: Writable | null = null;
	const endTable = async () => {
		if (!into) return;
		const done = finished(into);
		into.end();
		await done;
		into = null;
	};
	for await (const piece of readBackup(file)) {
		if ('table' in piece) {
			await endTable();
			const { schema, table, columns } = piece.table;
			// Migrations may have filled it already.
			await sql.unsafe(`delete from ${quoted(schema, table)}`);
			into = await sql.unsafe(`copy ${quoted(schema, table)} (${quotedList(columns)}) from stdin`).writable();
		} else if ('rows' in piece && Buffer.isBuffer(piece.rows)) {
			const target: Writable | null = into;
			if (target && !target.write(piece.rows)) await once(target, 'drain');
		}
	}
	await endTable();
}

/** New rows go on counting after those that were restored. */
async function moveSequences(sql: Statements): Promise<void> {
	const columns = await sql<{ schema: string; table: string; column: string; sequence: string }[]>`
		select namespace.nspname as schema, class.relname as table, attname as column,
			pg_get_serial_sequence(quote_ident(namespace.nspname) || '.' || quote_ident(class.relname), attname) as sequence
		from pg_attribute join pg_class class on class.oid = attrelid
			join pg_namespace namespace on namespace.oid = class.relnamespace
		where namespace.nspname in ('public', 'drizzle') and class.relkind in ('r', 'p') and attnum > 0
			and pg_get_serial_sequence(quote_ident(namespace.nspname) || '.' || quote_ident(class.relname), attname) is not null`;
	for (const { schema, table, column, sequence } of columns)
		await sql.unsafe(
			`select setval('${sequence.replaceAll("'", "''")}', coalesce(max(${quoted(column)}), 1), max(${quoted(column)}) is not null)
			from ${quoted(schema, table)}`
		);
}
