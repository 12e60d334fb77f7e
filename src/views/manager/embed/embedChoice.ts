import { embedLevels, type EmbedLevel } from '#model/embed.ts';
import { isLang, type Lang } from '#texts/lang.ts';
import { parseAccent } from '#views/public/accent.ts';
import { themes, type Theme } from '#views/public/themes.ts';

export const imageKinds = ['svg', 'png'] as const;
export type ImageKind = (typeof imageKinds)[number];

/** What a manager has chosen of how a line is shown elsewhere; kept in the page's address. */
export interface EmbedChoice {
	level: EmbedLevel;
	image: ImageKind;
	theme: Theme;
	/** Null: as the page around it, or the reader's browser, has it. */
	lang: Lang | null;
	topic: string | null;
	/** `#rrggbb` */
	accent: string | null;
	/** One version for ever, with its hash, and not always the newest. */
	pinned: boolean;
}

/** The choice of an address; what is none there is as it is usual. `topics` are slugs. */
export function embedChoice(query: URLSearchParams, topics: readonly string[]): EmbedChoice {
	const one = <Name extends string>(name: string, names: readonly Name[], usual: Name) =>
		names.find((known) => known === query.get(name)) ?? usual;
	const lang = query.get('language');
	const topic = query.get('topic');
	return {
		level: one('level', embedLevels, 'script'),
		image: one('image', imageKinds, 'svg'),
		theme: one('theme', themes, 'auto'),
		lang: isLang(lang) ? lang : null,
		topic: topic !== null && topics.includes(topic) ? topic : null,
		accent: parseAccent(query.get('accent')),
		pinned: query.get('pinned') === '1'
	};
}
