import { compareEn, type CompareTexts } from './compare.en.ts';
import { compareZh } from './compare.zh.ts';
import type { Lang } from './lang.ts';

export type { CompareTexts } from './compare.en.ts';

const texts: Record<Lang, CompareTexts> = { en: compareEn, zh: compareZh };

/** What managers read where two ranges or queues are held against each other. */
export function compareTexts(lang: Lang): CompareTexts {
	return texts[lang];
}
