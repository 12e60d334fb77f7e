import type { Lang } from './lang.ts';
import { trendEn, type TrendTexts } from './trend.en.ts';
import { trendZh } from './trend.zh.ts';

export type { TrendMeasure, TrendTexts } from './trend.en.ts';

const texts: Record<Lang, TrendTexts> = { en: trendEn, zh: trendZh };

/** What managers read about weeks and months. */
export function trendTexts(lang: Lang): TrendTexts {
	return texts[lang];
}
