import type { Settings } from '#model/settings.ts';
import { StartError } from '#model/startError.ts';
import { connect, type Database } from './connect.server.ts';
import { startEmbedded } from './embedded.server.ts';
import { keepServer } from './keepServer.server.ts';
import { watchConnections } from './watchConnections.server.ts';
import { migrateDatabase } from './migrate.server.ts';
import { holdFolder } from './productLock.server.ts';

export { connect, type Database };

let inUse: Database | null = null;

/** The database of the running product; throws before it is open. */
export function database(): Database {
	if (!inUse) throw new Error('the database is not open');
	return inUse;
}

/** Makes this the database of the running product. */
export function useDatabase(opened: Database): void {
	inUse = opened;
}

export interface OpenOptions {
	/** The product itself: alone on its folder, migrates, stops the server when it closes. Commands only join. */
	product?: boolean;
	say?: (sentence: string) => void;
}

/** Opens the database that the settings name. What cannot be opened is a StartError, one sentence. */
export async function openDatabase(
	settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
	{ product = false, say = () => {} }: OpenOptions = {}
): Promise<Database> {
	if (settings.databaseUrl !== null) {
		const database = await openServer(settings.databaseUrl);
		return product ? watched(database, say) : database;
	}
	const server = await startEmbedded(settings.dataDir, { say }).catch((error) => {
		throw asStartError(error, 'The embedded database did not start');
	});
	const hold = product ? await holdFolder(server.connection) : null;
	if (product && !hold)
		throw new StartError(`Another Offpeak is running on ${settings.dataDir}; stop it first.`);
	const database = connect(server.connection);
	const endKeeping = product ? keepServer(server, say) : async () => {};
	const close = async () => {
		await endKeeping();
		await database.close();
		await hold?.release();
		if (product || server.started) await server.stop();
	};
	try {
		await migrateDatabase(database.sql);
	} catch (error) {
		await close();
		throw asStartError(error, 'The database could not be brought to this version');
	}
	return product ? watched({ ...database, close }, say) : { ...database, close };
}

/** The same with somebody who sees to its connections until it is closed. */
function watched(database: Database, say: (sentence: string) => void): Database {
	const endWatch = watchConnections(database, say);
	const close = () => {
		endWatch();
		return database.close();
	};
	return { ...database, close };
}

async function openServer(url: string): Promise<Database> {
	const database = connect(url);
	try {
		const [version] = await database.sql`select current_setting('server_version_num')::int as number`;
		if (version?.number < 150000) throw new StartError('DATABASE_URL names a PostgreSQL older than 15.');
		await migrateDatabase(database.sql);
		return database;
	} catch (error) {
		await database.close();
		throw asStartError(error, 'DATABASE_URL names a database that cannot be used');
	}
}

/** The cause in one sentence, for whoever starts the product. */
function asStartError(error: unknown, what: string): StartError {
	return error instanceof StartError ? error : new StartError(`${what}: ${messageOf(error)}`);
}

function messageOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.message || ('code' in error ? String(error.code) : error.name);
}
