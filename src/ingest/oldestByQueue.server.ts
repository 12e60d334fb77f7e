import type { Database } from '#records/database.server.ts';
import { queueBook } from '#records/queueBook.server.ts';

const dayMs = 86_400_000;

/** Of queues whose records are kept for a time of their own: before when they are too old, by slug. */
export async function oldestByQueue(
	database: Pick<Database, 'sql' | 'db'>,
	now: number
): Promise<(slug: string) => number | null> {
	const oldest = new Map<string, number>();
	for (const { queue } of (await queueBook(database)).all())
		if (queue.retention_days !== null) oldest.set(queue.slug, now - queue.retention_days * dayMs);
	return oldest.size === 0 ? () => null : (slug) => oldest.get(slug) ?? null;
}
