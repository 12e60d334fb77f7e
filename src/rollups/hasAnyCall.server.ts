import type { Database } from '#records/database.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { firstDayAt } from './read.server.ts';

/** Whether any call is stored, of the queues with these slugs (null: of all). */
export async function hasAnyCall(
	database: Pick<Database, 'sql' | 'db'>,
	slugs: string[] | null = null
): Promise<boolean> {
	const queues = await listQueues(database);
	const asked = queues.filter(({ queue }) => slugs === null || slugs.includes(queue.slug));
	return asked.length > 0 && (await firstDayAt(database, asked)) !== null;
}
