import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../database.server.ts';
import { removeEmbedded, startEmbedded } from '../embedded.server.ts';
import type { EmbeddedConnection } from '../embeddedAddress.server.ts';
import { migrateDatabase } from '../migrate.server.ts';
import { prepareCluster, type TestCluster } from './testCluster.server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** How the tests reach the server of the run; of a cluster its coordinator. */
		testServer: EmbeddedConnection;
		/** That server and, of a cluster, its workers: each holds its part of every database. */
		testServers: EmbeddedConnection[];
		/** The database that every test's own is a copy of. */
		testTemplate: string;
	}
}

/**
 * vitest's global set-up: one embedded server for the run, with a migrated template in it; gone afterwards. With
 * OFFPEAK_TEST_CITUS_URL the databases are distributed ones on that coordinator and its workers.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const url = process.env.OFFPEAK_TEST_CITUS_URL;
	const { servers, template, remove } = await (url ? prepareCluster(url) : prepareServer());
	project.provide('testServer', servers[0]!);
	project.provide('testServers', servers);
	project.provide('testTemplate', template);
	return remove;
}

async function prepareServer(): Promise<TestCluster> {
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
	return { servers: [server.connection], template, remove };
}

const template = 'offpeak_template';

async function prepareTemplate(connection: EmbeddedConnection): Promise<void> {
	const first = connect(connection);
	await first.sql.unsafe(`create database ${template}`);
	await first.close();
	const copied = connect({ ...connection, database: template });
	await migrateDatabase(copied.sql);
	await copied.close();
}
