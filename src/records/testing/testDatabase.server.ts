import { randomBytes } from 'node:crypto';
import { afterAll, inject, onTestFinished, vi } from 'vitest';
import { connect, type Database } from '../database.server.ts';

/**
 * A migrated, empty database for the test file that calls this at its top (`const database = await testDatabase()`);
 * closed and dropped when the file is through. Only for files named `*.server.test.ts`: they run with a server.
 */
export function testDatabase(): Promise<Database> {
	return emptyDatabase(afterAll);
}

/** The same for the test that calls this. */
export function ownDatabase(): Promise<Database> {
	return emptyDatabase(onTestFinished);
}

async function emptyDatabase(whenDone: (drop: () => Promise<void>) => void): Promise<Database> {
	const name = `t_${randomBytes(8).toString('hex')}`;
	await onServers(`create database ${name} template ${inject('testTemplate')}`);
	const database = connect({ ...inject('testServer'), database: name });
	whenDone(async () => {
		await database.close();
		await onServers(`drop database if exists ${name} with (force)`);
	});
	return database;
}

/** A database without anything in it, on one server also where tests run on a cluster; dropped after the test. */
export async function bareDatabase(): Promise<Database> {
	const name = `t_${randomBytes(8).toString('hex')}`;
	const server = connect({ ...inject('testServer'), max: 1 });
	await server.sql.unsafe(`create database ${name}`);
	const database = connect({ ...inject('testServer'), database: name });
	onTestFinished(async () => {
		await database.close();
		await settled(() => server.sql.unsafe(`drop database if exists ${name} with (force)`));
		await server.close();
	});
	return database;
}

async function onServers(statement: string): Promise<void> {
	for (const server of inject('testServers')) {
		const { sql, close } = connect({ ...server, max: 1 });
		await settled(() => sql.unsafe(statement));
		await close();
	}
}

/** PostgreSQL may be tidying up in there, which only its superuser may end: that is waited for. */
function settled(work: () => Promise<unknown>): Promise<unknown> {
	return vi.waitFor(work, { timeout: 60_000, interval: 250 });
}

/** Another process's connections to a test database, closed before it is dropped. */
export async function toSameDatabase({ sql }: Database): Promise<Database> {
	const [place] = await sql<{ name: string }[]>`select current_database() name`;
	const database = connect({ ...inject('testServer'), database: place?.name ?? '' });
	onTestFinished(() => database.close());
	return database;
}
