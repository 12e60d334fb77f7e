import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../database.server.ts';
import { removeEmbedded, startEmbedded } from '../embedded.server.ts';
import { migrateDatabase } from '../migrate.server.ts';

/** The database that every test's own is a copy of. */
export const template = 'offpeak_template';

type Connection = Awaited<ReturnType<typeof startEmbedded>>['connection'];

declare module 'vitest' {
	interface ProvidedContext {
		/** How the tests reach the server of the run. */
		testServer: Connection;
	}
}

/** vitest's global set-up: one embedded server for the run, with a migrated template in it; gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = join(tmpdir(), `offpeak-test-${randomUUID()}`);
	const server = await startEmbedded(folder, { durable: false });
	const remove = async () => {
		await removeEmbedded(folder);
		await rm(folder, { recursive: true, force: true });
	};
	try {
		await prepareTemplate(server.connection);
	} catch (error) {
		await remove();
		throw error;
	}
	project.provide('testServer', server.connection);
	return remove;
}

async function prepareTemplate(connection: Connection): Promise<void> {
	const first = connect(connection);
	await first.sql.unsafe(`create database ${template}`);
	await first.close();
	const copied = connect({ ...connection, database: template });
	await migrateDatabase(copied.sql);
	await copied.close();
}
