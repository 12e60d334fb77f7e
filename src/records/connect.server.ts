import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Options, type PostgresType, type Sql } from 'postgres';
import { promptSocket } from './promptSocket.server.ts';
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

/** Connects without migrating: to the server of an address, or to the embedded one by its socket. */
export function connect(target: string | Options<Record<string, PostgresType>>): Database {
	const options = {
		max: 10,
		connect_timeout: 10,
		onnotice: () => {},
		types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
		connection: { application_name: 'offpeak', TimeZone: 'UTC' }
	};
	const sql =
		typeof target === 'string'
			? postgres(target, { ...options, ...prompt })
			: postgres({ ...target, ...options, ...prompt });
	return { sql, db: drizzle(sql, { schema }), close: () => sql.end({ timeout: 5 }) };
}

/** postgres.js has this option; its types do not say so. */
const prompt = { socket: promptSocket };
