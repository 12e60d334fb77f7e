import type { Lang } from './lang.ts';
import { peaksEn, type PeaksTexts } from './peaks.en.ts';
import { peaksZh } from './peaks.zh.ts';

export type { Measure, PeaksTexts } from './peaks.en.ts';

const texts: Record<Lang, PeaksTexts> = { en: peaksEn, zh: peaksZh };

/** What is said of when the week is busy. */
export function peaksTexts(lang: Lang): PeaksTexts {
	return texts[lang];
}
