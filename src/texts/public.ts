import type { Lang } from './lang.ts';
import { publicEn, type PublicTexts } from './public.en.ts';
import { publicZh } from './public.zh.ts';

export type { PublicTexts } from './public.en.ts';

const texts: Record<Lang, PublicTexts> = { en: publicEn, zh: publicZh };

/** The texts that callers read. */
export function publicTexts(lang: Lang): PublicTexts {
	return texts[lang];
}
