import type { Lang } from './lang.ts';
import { waitsEn, type WaitsTexts } from './waits.en.ts';
import { waitsZh } from './waits.zh.ts';

export type { WaitsTexts } from './waits.en.ts';

const texts: Record<Lang, WaitsTexts> = { en: waitsEn, zh: waitsZh };

/** What managers read about how long callers wait. */
export function waitsTexts(lang: Lang): WaitsTexts {
	return texts[lang];
}
