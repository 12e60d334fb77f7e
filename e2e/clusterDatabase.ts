import { randomBytes } from 'node:crypto';
import { distribute } from '#records/cluster/distribute.server.ts';
import { connect } from '#records/database.server.ts';
import { migrateDatabase } from '#records/migrate.server.ts';
import { connectCluster, onEach, serversOf, testShards } from '#records/testing/testCluster.server.ts';

export interface ClusterDatabase {
	url: string;
	drop: () => Promise<void>;
}

/** A distributed database for one product, where the tests are to run on a cluster; else null. */
export async function clusterDatabase(): Promise<ClusterDatabase | null> {
	const coordinator = process.env.OFFPEAK_TEST_CITUS_URL;
	if (!coordinator) return null;
	const servers = await serversOf(coordinator);
	const name = `e2e_${randomBytes(8).toString('hex')}`;
	await onEach(servers, ({ sql }) => sql.unsafe(`create database ${name}`));
	await connectCluster(servers.map((server) => ({ ...server, database: name })));
	const url = Object.assign(new URL(coordinator), { pathname: `/${name}` }).href;
	const { sql, close } = connect(url);
	await migrateDatabase(sql);
	await distribute(sql, testShards);
	await close();
	return { url, drop: () => onEach(servers, ({ sql }) => sql.unsafe(`drop database ${name} with (force)`)) };
}
