import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Sql } from 'postgres';
import { advisoryLocks } from './advisoryLocks.server.ts';

/**
 * Brings the database to this version's schema. Several products may start on one server at once: one of them
 * migrates, the others wait for it. Needs a client of at least two connections: one holds the lock.
 */
export async function migrateDatabase(sql: Sql): Promise<void> {
	const lock = await sql.reserve();
	try {
		await lock`select pg_advisory_lock(${advisoryLocks.migration}, 0)`;
		await migrate(drizzle(sql), { migrationsFolder: migrationsFolder() });
		await lock`select pg_advisory_unlock(${advisoryLocks.migration}, 0)`;
	} finally {
		lock.release();
	}
}

/** `drizzle/` at the top of the package, wherever the build has put this file. */
export function migrationsFolder(): string {
	let folder = import.meta.dirname;
	for (;;) {
		const candidate = join(folder, 'drizzle');
		if (existsSync(join(candidate, 'meta', '_journal.json'))) return candidate;
		if (dirname(folder) === folder) throw new Error('the folder drizzle/ with the migrations is missing');
		folder = dirname(folder);
	}
}
