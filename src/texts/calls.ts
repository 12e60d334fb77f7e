import { callsEn, type CallsTexts } from './calls.en.ts';
import { callsZh } from './calls.zh.ts';
import type { Lang } from './lang.ts';

export type { CallsTexts } from './calls.en.ts';

const texts: Record<Lang, CallsTexts> = { en: callsEn, zh: callsZh };

/** What managers read about single calls. */
export function callsTexts(lang: Lang): CallsTexts {
	return texts[lang];
}
