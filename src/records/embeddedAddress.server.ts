import { access } from 'node:fs/promises';
import postgres from 'postgres';
import { OWNER } from './embeddedCluster.server.ts';
import { socketFile } from './embeddedSocket.server.ts';
import type { Postmaster } from './postmaster.server.ts';

/** What to spread into postgres(): a socket's path, or on Windows loopback and port. */
export interface EmbeddedConnection {
	path?: string;
	host?: string;
	port?: number;
	user: string;
	password: string;
	database: string;
}

export function connectionTo({ port, socketFolder }: Postmaster, password: string): EmbeddedConnection {
	const address = socketFolder ? { path: socketFile(socketFolder) } : { host: '127.0.0.1', port };
	return { ...address, user: OWNER, password, database: OWNER };
}

/** False when somebody cleaned the socket away: the server runs on, but nobody can reach it. */
export async function hasSocket({ path }: EmbeddedConnection): Promise<boolean> {
	if (!path) return true;
	return access(path).then(
		() => true,
		() => false
	);
}

const STARTING = '57P03';
const FULL = '53300';

/** Whether the server takes connections. False while it starts, recovers or stops; throws when it refuses ours. */
export async function accepts(connection: EmbeddedConnection): Promise<boolean> {
	const sql = postgres({ ...connection, max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => {} });
	try {
		await sql`select 1`;
		return true;
	} catch (error) {
		if (!(error instanceof postgres.PostgresError)) return false;
		if (error.code === STARTING) return false;
		if (error.code === FULL) return true;
		throw new Error(`The embedded database refuses Offpeak: ${error.message}.`, { cause: error });
	} finally {
		await sql.end({ timeout: 0 });
	}
}
