import type { Lang } from './lang.ts';
import { todayEn, type TodayTexts } from './today.en.ts';
import { todayZh } from './today.zh.ts';

export type { LikeDays, TodayTexts } from './today.en.ts';

const texts: Record<Lang, TodayTexts> = { en: todayEn, zh: todayZh };

/** What is said of the day so far. */
export function todayTexts(lang: Lang): TodayTexts {
	return texts[lang];
}
