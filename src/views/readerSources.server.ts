import type { StoredQueue } from '#records/queues.server.ts';
import { queueBook } from '#records/queueBook.server.ts';
import { product } from '#work/product.server.ts';
import { listIntake } from '#records/intake.server.ts';
import { sourceHealth, type SourceHealth } from '#work/sourceHealth.server.ts';

/** A source, with those of its queues that a reader may see. */
export interface ReaderSource extends SourceHealth {
	queues: StoredQueue[];
}

/** The names of the same, as they are now. */
export async function readerSourceNames(queues: string[] | null, now: number): Promise<string[]> {
	const known = queues === null ? await listIntake(product().database) : await readerSources(queues, now);
	return known.map(({ source }) => source);
}

/** The sources that a reader may know of: all, or those that have told of the reader's queues (slugs; null: all). */
export async function readerSources(queues: string[] | null, now: number): Promise<ReaderSource[]> {
	const { database, settings } = product();
	const [sources, book] = await Promise.all([sourceHealth(database, settings, now), queueBook(database)]);
	return sources
		.map((one) => ({
			...one,
			queues: one.queueIds
				.flatMap((id) => book.byId(id) ?? [])
				.filter(({ queue }) => queues === null || queues.includes(queue.slug))
		}))
		.filter((one) => queues === null || one.queues.length > 0);
}
