import { apiEn, type ApiTexts } from './api.en.ts';
import { apiZh } from './api.zh.ts';
import type { Lang } from './lang.ts';

export type { ApiTexts } from './api.en.ts';

const texts: Record<Lang, ApiTexts> = { en: apiEn, zh: apiZh };

/** The texts that readers of the API's documentation read. */
export function apiTexts(lang: Lang): ApiTexts {
	return texts[lang];
}
