import type { Lang } from './lang.ts';
import { en, type PrivacyTexts } from './privacy.en.ts';
import { zh } from './privacy.zh.ts';

export type { PrivacyTexts };

export function privacyTexts(lang: Lang): PrivacyTexts {
	return lang === 'zh' ? zh : en;
}
