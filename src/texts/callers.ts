import { callersEn, type CallersTexts } from './callers.en.ts';
import { callersZh } from './callers.zh.ts';
import type { Lang } from './lang.ts';

export type { CallersTexts } from './callers.en.ts';

const texts: Record<Lang, CallersTexts> = { en: callersEn, zh: callersZh };

/** What managers read about what callers are told. */
export function callersTexts(lang: Lang): CallersTexts {
	return texts[lang];
}
