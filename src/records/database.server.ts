import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Options, type PostgresType, type Sql } from 'postgres';
import type { Settings } from '#model/settings.ts';
import { StartError } from '#model/startError.ts';
import { startEmbedded } from './embedded.server.ts';
import { migrateDatabase } from './migrate.server.ts';
import { holdFolder } from './productLock.server.ts';
import * as schema from './schema.server.ts';

/** One database through one driver: an embedded PostgreSQL, a server or a cluster. */
export interface Database {
	/** postgres.js, for the statements that SQL says best. Never hands out Dates: select instants as milliseconds. */
	sql: Sql<{ bigint: number }>;
	/** Drizzle over the same connections. */
	db: PostgresJsDatabase<typeof schema>;
	/** Closes the connections, and stops the embedded server where this process is the product. */
	close(): Promise<void>;
}

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
	if (settings.databaseUrl !== null) return openServer(settings.databaseUrl);
	const server = await startEmbedded(settings.dataDir, { say });
	const hold = product ? await holdFolder(server.connection) : null;
	if (product && !hold)
		throw new StartError(`Another Offpeak is running on ${settings.dataDir}; stop it first.`);
	const database = connect(server.connection);
	try {
		await migrateDatabase(database.sql);
	} catch (error) {
		throw new StartError(`The database could not be brought to this version: ${messageOf(error)}`);
	}
	return {
		...database,
		async close() {
			await database.close();
			await hold?.release();
			if (product || server.started) await server.stop();
		}
	};
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
		if (error instanceof StartError) throw error;
		throw new StartError(`DATABASE_URL names a database that cannot be used: ${messageOf(error)}`);
	}
}

/** Connects without migrating. */
export function connect(target: string | Options<Record<string, PostgresType>>): Database {
	const options = {
		max: 10,
		connect_timeout: 10,
		onnotice: () => {},
		types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
		connection: { application_name: 'offpeak', TimeZone: 'UTC' }
	};
	const sql = typeof target === 'string' ? postgres(target, options) : postgres({ ...target, ...options });
	return { sql, db: drizzle(sql, { schema }), close: () => sql.end({ timeout: 5 }) };
}

function messageOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.message || ('code' in error ? String(error.code) : error.name);
}
