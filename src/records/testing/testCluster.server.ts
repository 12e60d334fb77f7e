import { randomBytes } from 'node:crypto';
import { connect, type Database } from '../database.server.ts';
import { distribute } from '../cluster/distribute.server.ts';
import type { EmbeddedConnection } from '../embeddedAddress.server.ts';
import { migrateDatabase } from '../migrate.server.ts';

/** So few that a statement over all of them is quick; several on each of two workers. */
export const testShards = 8;

/** A cluster for tests, and how each of its servers is reached, the coordinator first. */
export interface TestCluster {
	servers: EmbeddedConnection[];
	/** On each of them: a distributed database is made by copying it everywhere. */
	template: string;
	remove: () => Promise<void>;
}

/**
 * Prepares the template on the coordinator of an address and on its workers, which are reached by the same name and
 * password. What Citus knows of a database is in its own tables, so a copy of all of its parts is a distributed
 * database, too.
 */
export async function prepareCluster(url: string): Promise<TestCluster> {
	const servers = await serversOf(url);
	const template = `offpeak_template_${randomBytes(4).toString('hex')}`;
	const remove = () =>
		onEach(servers, ({ sql }) => sql.unsafe(`drop database if exists ${template} with (force)`));
	try {
		await onEach(servers, ({ sql }) => sql.unsafe(`create database ${template}`));
		const copies = servers.map((server) => ({ ...server, database: template }));
		await connectCluster(copies);
		await onEach(copies.slice(0, 1), async ({ sql }) => {
			await migrateDatabase(sql);
			await distribute(sql, testShards);
		});
		// Citus' own process would be connected to it, and what somebody is connected to cannot be copied.
		await onEach(servers, async ({ sql }) => {
			await sql.unsafe(`alter database ${template} allow_connections false`);
			await sql`select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = ${template}`;
		});
		return { servers, template, remove };
	} catch (error) {
		await remove();
		throw error;
	}
}

/** How the servers of a cluster are reached, the coordinator first, by what is said of it in an address. */
export async function serversOf(url: string): Promise<EmbeddedConnection[]> {
	const { username, password, pathname } = new URL(url);
	const user = decodeURIComponent(username);
	const first = connect(url);
	const nodes = await first.sql<{ host: string; port: number }[]>`
		select nodename host, nodeport port from pg_dist_node
		where isactive and noderole = 'primary' order by groupid`.finally(() => first.close());
	const database = decodeURIComponent(pathname.slice(1)) || user;
	return nodes.map((node) => ({ ...node, user, password: decodeURIComponent(password), database }));
}

/** Makes one database out of those of the same name on a coordinator and its workers. */
export async function connectCluster(servers: EmbeddedConnection[]): Promise<void> {
	await onEach(servers, ({ sql }) => sql.unsafe('create extension citus'));
	await onEach(servers.slice(0, 1), async ({ sql }) => {
		for (const [i, { host = '', port = 0 }] of servers.entries())
			if (i === 0) await sql`select citus_set_coordinator_host(${host}, ${port})`;
			else await sql`select citus_add_node(${host}, ${port})`;
	});
}

export async function onEach(
	servers: EmbeddedConnection[],
	work: (database: Database) => Promise<unknown>
): Promise<void> {
	for (const server of servers) {
		const database = connect({ ...server, max: 2 });
		await Promise.resolve(work(database)).finally(() => database.close());
	}
}
