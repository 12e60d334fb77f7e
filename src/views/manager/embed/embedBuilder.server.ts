import { embedLevels } from '#model/embed.ts';
import type { Database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import type { Lang } from '#texts/lang.ts';
import { embedScript } from '#views/public/embedScript.ts';
import { topics } from '#views/public/topics.ts';
import { embedChoice, type EmbedChoice } from './embedChoice.ts';
import { embedCode, imageAddress, neededPolicy, widgetAddress } from './embedCode.ts';

export interface EmbedRoots {
	/** The product's address, for what is pasted elsewhere. */
	root: string;
	/** Its path on this very origin, for what is shown here. */
	base: string;
}

/** Everything on the page that makes embedding code, or null where there is no such queue. */
export async function embedBuilder(
	database: Database,
	slug: string,
	{ query, lang, root, base }: EmbedRoots & { query: URLSearchParams; lang: Lang }
) {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const { queue } = stored;
	const known = topics(queue, lang);
	const choice = embedChoice(
		query,
		known.map((topic) => topic.slug)
	);
	const words = choice.lang ?? lang;
	const place = { root, slug, name: queue.name[words], lang: words, release: embedScript };
	const here = { ...place, root: base };
	return {
		slug,
		name: queue.name[lang],
		isPublic: queue.public.enabled,
		levels: embedLevels,
		topics: known.map((topic) => ({ slug: topic.slug, name: topic.name })),
		choice,
		code: embedCode(choice, place),
		policy: neededPolicy(choice, root),
		versions: `${root}/embed/versions.json`,
		previews: (['light', 'dark'] as const).map((host) => {
			// As the script would find it there; a frame and a picture follow the reader's own setting.
			const followed = choice.level === 'script' && choice.theme === 'auto' ? host : choice.theme;
			const shown: EmbedChoice = { ...choice, theme: followed, lang: words };
			return { host, widget: framed(widgetAddress(shown, here)), image: imageAddress(shown, here) };
		})
	};
}

/** Two of one line on a page: neither is its main part. */
function framed(address: string): string {
	return `${address}${address.includes('?') ? '&' : '?'}fit=1`;
}

export type EmbedBuilder = NonNullable<Awaited<ReturnType<typeof embedBuilder>>>;
