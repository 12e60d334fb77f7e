import type { Lang } from './lang.ts';
import { reportEn, type ReportTexts } from './report.en.ts';
import { reportZh } from './report.zh.ts';

export type { ReportTexts } from './report.en.ts';

const texts: Record<Lang, ReportTexts> = { en: reportEn, zh: reportZh };

/** What stands in the report of a week, and on the screen on the wall. */
export function reportTexts(lang: Lang): ReportTexts {
	return texts[lang];
}
