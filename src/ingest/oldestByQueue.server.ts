import type { Database } from '#records/database.server.ts';
import { queueBook } from '#records/queueBook.server.ts';

const dayMs = 86_400_000;

/** Before when records of a queue are too old that are kept for a time of its own, by slug; null: it has none. */
export async function oldestByQueue(
	database: Pick<Database, 'sql' | 'db'>,
	now: number
): Promise<(slug: string) => number | null> {
	const book = await queueBook(database);
	return (slug) => {
		const days = book.find(slug)?.queue.retention_days ?? null;
		return days === null ? null : now - days * dayMs;
	};
}
