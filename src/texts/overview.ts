import type { Lang } from './lang.ts';
import { overviewEn, type OverviewTexts } from './overview.en.ts';
import { overviewZh } from './overview.zh.ts';

export type { OverviewTexts } from './overview.en.ts';

const texts: Record<Lang, OverviewTexts> = { en: overviewEn, zh: overviewZh };

/** What managers read about all queues together. */
export function overviewTexts(lang: Lang): OverviewTexts {
	return texts[lang];
}
