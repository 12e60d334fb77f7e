import { embedEn, type EmbedTexts } from './embed.en.ts';
import { embedZh } from './embed.zh.ts';
import type { Lang } from './lang.ts';

export type { EmbedTexts } from './embed.en.ts';

const texts: Record<Lang, EmbedTexts> = { en: embedEn, zh: embedZh };

/** The texts of what other pages show of a line: badges, reminders, codes, links. */
export function embedTexts(lang: Lang): EmbedTexts {
	return texts[lang];
}
