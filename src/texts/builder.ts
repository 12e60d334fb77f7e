import { builderEn, type BuilderTexts } from './builder.en.ts';
import { builderZh } from './builder.zh.ts';
import type { Lang } from './lang.ts';

export type { BuilderTexts } from './builder.en.ts';

const texts: Record<Lang, BuilderTexts> = { en: builderEn, zh: builderZh };

/** The texts of the page that makes embedding code. */
export function builderTexts(lang: Lang): BuilderTexts {
	return texts[lang];
}
