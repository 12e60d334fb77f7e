import { asc, eq, inArray } from 'drizzle-orm';
import { defaultQueue } from '#model/defaultQueue.ts';
import type { Queue } from '#model/queue.ts';
import type { Database } from './database.server.ts';
import { tell } from './notices.server.ts';
import { queue as queueTable } from './schema.server.ts';

export interface StoredQueue {
	id: number;
	queue: Queue;
}

/** All queues by slug. */
export async function listQueues({ db }: Pick<Database, 'db'>): Promise<StoredQueue[]> {
	return (await db.select().from(queueTable).orderBy(asc(queueTable.slug))).map(fromRow);
}

export async function findQueue({ db }: Pick<Database, 'db'>, slug: string): Promise<StoredQueue | null> {
	const [row] = await db.select().from(queueTable).where(eq(queueTable.slug, slug));
	return row ? fromRow(row) : null;
}

/** The ids of queues by slug, for those that exist. */
export async function queueIds({ db }: Pick<Database, 'db'>, slugs: string[]): Promise<Map<string, number>> {
	const rows = await db
		.select({ slug: queueTable.slug, id: queueTable.id })
		.from(queueTable)
		.where(inArray(queueTable.slug, slugs));
	return new Map(rows.map((row) => [row.slug, row.id]));
}

/** Creates the queues that a record named for the first time: private, with default settings. */
export async function createQueues(
	database: Pick<Database, 'sql' | 'db'>,
	queues: { slug: string; name: string | null }[],
	defaults: { zone: string; country: string }
): Promise<void> {
	// In one order, or two senders that name the same new queues wait for each other.
	const sorted = [...queues].sort((a, b) => (a.slug < b.slug ? -1 : 1));
	const rows = sorted.map(({ slug, name }) => toRow(defaultQueue(slug, { name, ...defaults })));
	if (rows.length === 0) return;
	const made = await database.db.insert(queueTable).values(rows).onConflictDoNothing().returning();
	for (const row of made) tell(database, { kind: 'queue', stored: fromRow(row) });
}

/** Creates a queue or replaces its settings. A new zone does not move its days: see rollups/changeQueue.server.ts. */
export async function putQueue(database: Pick<Database, 'sql' | 'db'>, queue: Queue): Promise<StoredQueue> {
	const row = toRow(queue);
	const [made] = await database.db
		.insert(queueTable)
		.values(row)
		.onConflictDoUpdate({
			target: queueTable.slug,
			set: { zone: row.zone, settings: row.settings, changedAt: new Date() }
		})
		.returning();
	if (!made) throw new Error(`queue ${queue.slug} was not stored`);
	const stored = fromRow(made);
	tell(database, { kind: 'queue', stored });
	return stored;
}

function toRow(queue: Queue) {
	const { slug, zone, ...settings } = queue;
	return { slug, zone, settings };
}

function fromRow(row: typeof queueTable.$inferSelect): StoredQueue {
	const { name, ...settings } = row.settings;
	// Those stored by an older version have no retention of their own.
	const { retention_days: days = null } = settings;
	return { id: row.id, queue: { slug: row.slug, name, zone: row.zone, ...settings, retention_days: days } };
}
