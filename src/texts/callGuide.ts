import { callGuideEn, type CallGuideTexts } from './callGuide.en.ts';
import { callGuideZh } from './callGuide.zh.ts';
import type { Lang } from './lang.ts';

export type { CallGuideTexts } from './callGuide.en.ts';

const texts: Record<Lang, CallGuideTexts> = { en: callGuideEn, zh: callGuideZh };

/** The texts of the call guide and the front page that the widget does not need. */
export function callGuideTexts(lang: Lang): CallGuideTexts {
	return texts[lang];
}
