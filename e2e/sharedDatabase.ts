import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { connect } from '#records/database.server.ts';
import { removeEmbedded, startEmbedded } from '#records/embedded.server.ts';
import { clusterDatabase } from './clusterDatabase.ts';
import { addressOf } from './serverAddress.ts';

/** One database for several processes of the product. */
export interface SharedDatabase {
	/** The settings that name it. */
	env: Record<string, string>;
	/** How to look into it beside them. */
	target: Parameters<typeof connect>[0];
	remove: () => Promise<void>;
}

/** On a server of its own; a distributed one where the tests are to run on a cluster. */
export async function sharedDatabase(): Promise<SharedDatabase> {
	const cluster = await clusterDatabase();
	if (cluster) return { env: { DATABASE_URL: cluster.url }, target: cluster.url, remove: cluster.drop };
	const folder = join(tmpdir(), `offpeak-shared-${randomUUID()}`);
	const { connection } = await startEmbedded(folder);
	const remove = async () => {
		await removeEmbedded(folder);
		await rm(folder, { recursive: true, force: true });
	};
	return { env: addressOf(connection), target: connection, remove };
}
