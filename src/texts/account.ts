import type { Lang } from './lang.ts';
import { en, type AccountTexts } from './account.en.ts';
import { zh } from './account.zh.ts';

export type { AccountTexts };

export function accountTexts(lang: Lang): AccountTexts {
	return lang === 'zh' ? zh : en;
}
