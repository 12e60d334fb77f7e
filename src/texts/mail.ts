import type { Lang } from './lang.ts';
import { en, type MailTexts } from './mail.en.ts';
import { zh } from './mail.zh.ts';

export function mailTexts(lang: Lang): MailTexts {
	return lang === 'zh' ? zh : en;
}
