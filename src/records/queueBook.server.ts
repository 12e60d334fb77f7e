import type { Database } from './database.server.ts';
import { onNotice } from './notices.server.ts';
import { listQueues, type StoredQueue } from './queues.server.ts';

/** All queues as they are stored, in memory: for what answers without asking the database. */
export interface QueueBook {
	find(slug: string): StoredQueue | null;
	byId(id: number): StoredQueue | null;
	/** By slug. */
	all(): StoredQueue[];
	/** Resolves when what has been told of so far has been read. */
	settled(): Promise<void>;
}

type Connection = Pick<Database, 'sql' | 'db'>;

const books = new WeakMap<Database['sql'], Promise<QueueBook>>();

/**
 * The book of a database, read once. What this process stores stands in it at once, what others store as soon as they
 * have told.
 */
export function queueBook(database: Connection): Promise<QueueBook> {
	const known = books.get(database.sql);
	if (known) return known;
	const opened = open(database);
	books.set(database.sql, opened);
	opened.catch(() => books.delete(database.sql));
	return opened;
}

async function open(database: Connection): Promise<QueueBook> {
	let bySlug = new Map<string, StoredQueue>();
	let byId = new Map<number, StoredQueue>();
	let reading: Promise<void> | null = null;
	let again = false;
	/** Told of while the table was read, so newer than what was read. */
	let meanwhile: StoredQueue[] = [];

	function enter(stored: StoredQueue): void {
		bySlug.set(stored.queue.slug, stored);
		byId.set(stored.id, stored);
	}

	async function read(): Promise<void> {
		do {
			again = false;
			meanwhile = [];
			const stored = await listQueues(database);
			bySlug = new Map(stored.map((one) => [one.queue.slug, one]));
			byId = new Map(stored.map((one) => [one.id, one]));
			meanwhile.forEach(enter);
		} while (again);
	}

	function readAgain(): Promise<void> {
		again = true;
		reading ??= read().finally(() => (reading = null));
		return reading;
	}

	onNotice(database, (notice) => {
		if (notice.kind === 'queue') {
			enter(notice.stored);
			if (reading) meanwhile.push(notice.stored);
		} else if (notice.kind === 'queues_elsewhere')
			readAgain().catch((error: unknown) => console.error('Settings of queues were not read again:', error));
	});
	await readAgain();
	return {
		find: (slug) => bySlug.get(slug) ?? null,
		byId: (id) => byId.get(id) ?? null,
		all: () => [...bySlug.values()].sort((a, b) => (a.queue.slug < b.queue.slug ? -1 : 1)),
		settled: async () => {
			await reading;
		}
	};
}
