import type { Lang } from './lang.ts';
import { staffingEn, type StaffingTexts } from './staffing.en.ts';
import { staffingZh } from './staffing.zh.ts';

export type { StaffingTexts } from './staffing.en.ts';

const texts: Record<Lang, StaffingTexts> = { en: staffingEn, zh: staffingZh };

/** What managers read about staffing. */
export function staffingTexts(lang: Lang): StaffingTexts {
	return texts[lang];
}
