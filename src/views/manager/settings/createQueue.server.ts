import { defaultQueue } from '#model/defaultQueue.ts';
import type { Bilingual } from '#model/queue.ts';
import { reservedSlug, slugPattern } from '#model/slug.ts';
import { findQueue } from '#records/queues.server.ts';
import { changeQueue } from '#rollups/changeQueue.server.ts';
import { product } from '#work/product.server.ts';

/** Makes a private queue with the settings that queues begin with, or says why it cannot be made. */
export async function createQueue(
	slug: string,
	name: Bilingual
): Promise<'made' | 'slugWrong' | 'slugTaken'> {
	const { database, settings } = product();
	if (!slugPattern.test(slug) || slug === reservedSlug) return 'slugWrong';
	if (await findQueue(database, slug)) return 'slugTaken';
	const zh = name.zh.trim().slice(0, 200) || name.en.trim().slice(0, 200) || slug;
	const en = name.en.trim().slice(0, 200) || zh;
	await changeQueue(database, { ...defaultQueue(slug, settings), name: { zh, en } });
	return 'made';
}
