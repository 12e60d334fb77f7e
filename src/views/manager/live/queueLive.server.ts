import { findQueue } from '#records/queues.server.ts';
import { readLive } from '#views/api/live.server.ts';
import type { Live } from '#views/api/live.ts';
import { product } from '#work/product.server.ts';

/** A queue as it is now, for the page that shows it; null where there is no such queue. */
export async function queueLive(slug: string, now: number): Promise<Live | null> {
	const stored = await findQueue(product().database, slug);
	return stored && readLive(stored, now);
}
