import type { Lang } from './lang.ts';
import { liveEn, type LiveTexts } from './live.en.ts';
import { liveZh } from './live.zh.ts';

const texts: Record<Lang, LiveTexts> = { en: liveEn, zh: liveZh };

/** What managers read about the present moment. */
export function liveTexts(lang: Lang): LiveTexts {
	return texts[lang];
}
