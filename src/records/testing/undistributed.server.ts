import { randomBytes } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';
import { connect, type Database } from '../database.server.ts';
import { connectCluster, onEach } from './testCluster.server.ts';

/** An empty database on all servers of the test's cluster, as an operator makes it: nothing in it is distributed yet. */
export async function undistributed(): Promise<Database> {
	const servers = inject('testServers');
	const name = `t_${randomBytes(8).toString('hex')}`;
	await onEach(servers, ({ sql }) => sql.unsafe(`create database ${name}`));
	await connectCluster(servers.map((server) => ({ ...server, database: name })));
	const database = connect({ ...inject('testServer'), database: name });
	onTestFinished(async () => {
		await database.close();
		await onEach(servers, ({ sql }) => sql.unsafe(`drop database ${name} with (force)`));
	});
	return database;
}
