import { en, type AccessTexts } from './access.en.ts';
import type { Lang } from './lang.ts';
import { zh } from './access.zh.ts';

export function accessTexts(lang: Lang): AccessTexts {
	return lang === 'zh' ? zh : en;
}
