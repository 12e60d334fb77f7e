import { slugPattern } from '#model/slug.ts';
import { findQueue, listQueues, type StoredQueue } from '#records/queues.server.ts';
import { product } from '#work/product.server.ts';
import type { Allowed } from './authorize.server.ts';
import { problem } from './problem.ts';

/** The queues that `{queue}` of an address names: one slug, several with commas, or `all` that the reader may see. */
export async function queuesOf(
	named: string,
	allowed: Allowed
): Promise<[StoredQueue, ...StoredQueue[]] | Response> {
	const { database } = product();
	const mayRead = (slug: string) => allowed.queues === null || allowed.queues.includes(slug);
	if (named === 'all') {
		const [first, ...others] = (await listQueues(database)).filter(({ queue }) => mayRead(queue.slug));
		return first ? [first, ...others] : problem(404, 'No queue', 'There is no queue yet.');
	}
	const slugs = [...new Set(named.split(','))];
	const foreign = slugs.find((slug) => !mayRead(slug));
	if (foreign !== undefined)
		return problem(403, 'Not allowed', `The key is not for the queue ${foreign.slice(0, 64)}.`);
	const found = await Promise.all(
		slugs.map((slug) => (slugPattern.test(slug) ? findQueue(database, slug) : null))
	);
	const missing = slugs.find((_, i) => found[i] === null);
	if (missing !== undefined)
		return problem(404, 'No such queue', `There is no queue ${missing.slice(0, 64)}.`);
	const [first, ...others] = found.filter((queue) => queue !== null);
	return first ? [first, ...others] : problem(404, 'No such queue', 'No queue is named.');
}
