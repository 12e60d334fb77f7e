import type { Lang } from './lang.ts';
import { rejectsEn, type RejectsTexts } from './rejects.en.ts';
import { rejectsZh } from './rejects.zh.ts';

export type { RejectsTexts } from './rejects.en.ts';

const texts: Record<Lang, RejectsTexts> = { en: rejectsEn, zh: rejectsZh };

/** The texts of the page of what could not be read. */
export function rejectsTexts(lang: Lang): RejectsTexts {
	return texts[lang];
}
