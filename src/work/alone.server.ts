import { advisoryLocks } from '#records/advisoryLocks.server.ts';
import type { Database } from '#records/database.server.ts';

/**
 * Runs work in one process only: false, with nothing run, where another process of the same database is at it. The lock is the session's, so a process that dies in the middle leaves it to the next one.
 */
export async function alone(
	{ sql }: Pick<Database, 'sql'>,
	lock: keyof typeof advisoryLocks,
	work: () => Promise<void>
): Promise<boolean> {
	const connection = await sql.reserve();
	try {
		const [row] = await connection<{ taken: boolean }[]>`
			select pg_try_advisory_lock(${advisoryLocks[lock]}::int, 0) taken`;
		if (!row?.taken) return false;
		try {
			await work();
			return true;
		} finally {
			await connection`select pg_advisory_unlock(${advisoryLocks[lock]}::int, 0)`;
		}
	} finally {
		connection.release();
	}
}
