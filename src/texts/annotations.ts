import { annotationsEn, type AnnotationsTexts } from './annotations.en.ts';
import { annotationsZh } from './annotations.zh.ts';
import type { Lang } from './lang.ts';

export type { AnnotationsTexts } from './annotations.en.ts';

const texts: Record<Lang, AnnotationsTexts> = { en: annotationsEn, zh: annotationsZh };

/** What is said of what managers mark. */
export function annotationsTexts(lang: Lang): AnnotationsTexts {
	return texts[lang];
}
