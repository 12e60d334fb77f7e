import { randomBytes } from 'node:crypto';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Options, type PostgresType, type Sql } from 'postgres';
import { lastingClient } from './lastingClient.server.ts';
import { promptSocket } from './promptSocket.server.ts';
import * as schema from './schema.server.ts';
import { Standstill } from './standstill.ts';

/** One database through one driver: an embedded PostgreSQL, a server or a cluster. */
export interface Database {
	/** postgres.js, for the statements that SQL says best. Never hands out Dates: select instants as milliseconds. */
	sql: Sql<{ bigint: number }>;
	/** Drizzle over the same connections. */
	db: PostgresJsDatabase<typeof schema>;
	/** Takes new connections where the old ones answer no more; what waits for these fails as if they had broken. */
	replaceConnections(): void;
	/** Whether the server works on nothing for this process, asked over a connection of its own. Throws when it cannot say. */
	isIdle(): Promise<boolean>;
	/** Whether the server answers at all; only where somebody watches the connections. */
	standstill: Standstill;
	/** Closes the connections, and stops the embedded server where this process is the product. */
	close(): Promise<void>;
}

/** Connects without migrating: to the server of an address, or to the embedded one by its socket. */
export function connect(target: string | Options<Record<string, PostgresType>>): Database {
	const id = randomBytes(6).toString('hex');
	const options = {
		max: 10,
		connect_timeout: 5,
		// By default a database that was away is asked again only after up to 20 s.
		backoff: () => 0.1,
		onnotice: () => {},
		types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
		connection: { application_name: `offpeak ${id}`, TimeZone: 'UTC' }
	};
	const make = (changed = {}) => {
		const all = { ...options, ...untyped, ...changed };
		const client = typeof target === 'string' ? postgres(target, all) : postgres({ ...target, ...all });
		// Drizzle's own reading and writing of instants belongs to each client.
		drizzle(client);
		return client;
	};
	const { sql, replace, end } = lastingClient(make);
	const isIdle = async () => {
		const other = make({ max: 1, connect_timeout: 3, connection: {} });
		try {
			const [row] = await other<{ count: number }[]>`
				select count(*)::int from pg_stat_activity
				where application_name = ${`offpeak ${id}`} and state <> 'idle'`;
			return row?.count === 0;
		} finally {
			await other.end({ timeout: 0 });
		}
	};
	const standstill = new Standstill();
	return { sql, db: drizzle(sql, { schema }), replaceConnections: replace, isIdle, standstill, close: end };
}

/** postgres.js has these options; its types do not say so. */
const untyped = {
	socket: promptSocket,
	// By default no more than a hundred statements wait at one connection; the beginning of a transaction that is just
	// the hundredth is lost hold of (see promptSocket). Those beyond would only wait elsewhere.
	max_pipeline: Number.MAX_SAFE_INTEGER
};
