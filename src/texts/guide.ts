import type { Queue } from '#model/queue.ts';
import { guideEn, type GuideName, type GuideTexts } from './guide.en.ts';
import { guideZh } from './guide.zh.ts';
import type { Lang } from './lang.ts';

export type { GuideName } from './guide.en.ts';

const defaults: Record<Lang, GuideTexts> = { en: guideEn, zh: guideZh };

/**
 * A text of the call guide: the manager's for this language (`urgent.zh` in `public.guide`), else the manager's for
 * all (`urgent`), else the default.
 */
export function guideText(queue: Queue, lang: Lang, name: GuideName): string {
	return ownText(queue, lang, name) ?? defaults[lang][name];
}

/** The same as a list, one item a line. */
export function guideList(queue: Queue, lang: Lang, name: GuideName): string[] {
	return linesOf(guideText(queue, lang, name));
}

/** Whom to turn to in the queue's country. */
export function authorities(queue: Queue, lang: Lang): string[] {
	const name = `authorities_${queue.country}`;
	const known = isGuideName(name) ? defaults[lang][name] : defaults[lang].authorities;
	return linesOf(ownText(queue, lang, 'authorities') ?? known);
}

/**
 * A topic's name and list as `topics` has them, or as `public.guide` translates them
 * (`topic.stolen.name.en`, `topic.stolen.prepare.en`).
 */
export function topicText(queue: Queue, lang: Lang, slug: string, part: 'name' | 'prepare'): string | null {
	return queue.public.guide[`topic.${slug}.${part}.${lang}`] || null;
}

/** A channel's label as `public.guide` translates it (`channel.chat.label.en`). */
export function channelText(queue: Queue, lang: Lang, kind: string): string | null {
	return queue.public.guide[`channel.${kind}.label.${lang}`] || null;
}

export function linesOf(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

function ownText({ public: { guide } }: Queue, lang: Lang, name: string): string | null {
	return guide[`${name}.${lang}`] || guide[name] || null;
}

function isGuideName(name: string): name is GuideName {
	return name in guideEn;
}
