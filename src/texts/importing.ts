import { importingEn, type ImportingTexts } from './importing.en.ts';
import { importingZh } from './importing.zh.ts';
import type { Lang } from './lang.ts';

export type { ImportingTexts } from './importing.en.ts';

const texts: Record<Lang, ImportingTexts> = { en: importingEn, zh: importingZh };

/** The texts of the page on which a file is imported. */
export function importingTexts(lang: Lang): ImportingTexts {
	return texts[lang];
}
