import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';

/** Two numbers that no other advisory lock of this database uses together. */
const LOCK = { group: 20_260, member: 1 };
/** A killed product's lock goes when the server notices, which takes a moment. */
const PATIENCE_MS = 2000;

type Connection = postgres.Options<Record<string, postgres.PostgresType>>;

export interface HeldFolder {
	release(): Promise<void>;
}

export interface HoldOptions {
	/** Called when the lock was lost with the connection and another product took it before it could be retaken. */
	onLost?: () => void;
}

/**
 * Makes this process the only product on a database; null when another process is. The lock lives in a connection
 * of its own, so it goes when this process goes, however it ends; when the server restarts it is taken again.
 */
export async function holdFolder(
	connection: Connection,
	options: HoldOptions = {}
): Promise<HeldFolder | null> {
	let released = false;
	let sql: postgres.Sql | null | undefined = await take(connection, () => void retake());
	if (!sql) return null;

	async function retake(): Promise<void> {
		while (!released) {
			// While the server is down there is nothing to hold.
			sql = await take(connection, () => void retake()).catch(() => undefined);
			if (sql === null) return options.onLost?.();
			if (sql) return released ? sql.end() : undefined;
			await wait(250, undefined, { ref: false });
		}
	}
	return {
		async release() {
			released = true;
			await sql?.end({ timeout: 1 });
		}
	};
}

/** The connection that holds the lock; null when another's does for longer than its death would take to notice. */
async function take(connection: Connection, onGone: () => void): Promise<postgres.Sql | null> {
	const until = Date.now() + PATIENCE_MS;
	let held = false;
	const sql = postgres({
		...connection,
		max: 1,
		// By default postgres.js renews its connections, and the lock would go with the old one.
		max_lifetime: null,
		idle_timeout: 0,
		keep_alive: 30,
		fetch_types: false,
		onnotice: () => {},
		onclose: () => held && onGone()
	});
	try {
		for (;;) {
			const [row] = await sql<{ taken: boolean }[]>`
				select pg_try_advisory_lock(${LOCK.group}::int, ${LOCK.member}::int) as taken`;
			held = row?.taken === true;
			if (held) return sql;
			if (Date.now() >= until) break;
			await wait(100);
		}
	} catch (error) {
		await sql.end({ timeout: 0 });
		throw error;
	}
	await sql.end({ timeout: 1 });
	return null;
}
