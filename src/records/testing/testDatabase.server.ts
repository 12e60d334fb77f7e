import { randomBytes } from 'node:crypto';
import { afterAll, inject, onTestFinished } from 'vitest';
import { connect, type Database } from '../database.server.ts';
import { template } from './databaseServer.server.ts';

/**
 * A migrated, empty database for the test file that calls this at its top (`const database = await testDatabase()`);
 * closed and dropped when the file is through. Only for files named `*.server.test.ts`: they run with a server.
 */
export async function testDatabase(): Promise<Database> {
	const server = inject('testServer');
	const name = `t_${randomBytes(8).toString('hex')}`;
	await onServer(`create database ${name} template ${template}`);
	const database = connect({ ...server, database: name });
	afterAll(async () => {
		await database.close();
		await onServer(`drop database ${name} with (force)`);
	});
	return database;

	async function onServer(statement: string): Promise<void> {
		const { sql, close } = connect({ ...server, max: 1 });
		await sql.unsafe(statement);
		await close();
	}
}

/** Another process's connections to a test database, closed before it is dropped. */
export async function toSameDatabase({ sql }: Database): Promise<Database> {
	const [place] = await sql<{ name: string }[]>`select current_database() name`;
	const database = connect({ ...inject('testServer'), database: place?.name ?? '' });
	onTestFinished(() => database.close());
	return database;
}
