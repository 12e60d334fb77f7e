import { healthEn, type HealthTexts } from './health.en.ts';
import { healthZh } from './health.zh.ts';
import type { Lang } from './lang.ts';

export type { HealthTexts } from './health.en.ts';

const texts: Record<Lang, HealthTexts> = { en: healthEn, zh: healthZh };

/** What is said of how sources do. */
export function healthTexts(lang: Lang): HealthTexts {
	return texts[lang];
}
