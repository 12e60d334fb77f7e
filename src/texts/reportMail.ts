import type { Lang } from './lang.ts';
import { en, type ReportMailTexts } from './reportMail.en.ts';
import { zh } from './reportMail.zh.ts';

export function reportMailTexts(lang: Lang): ReportMailTexts {
	return lang === 'zh' ? zh : en;
}
