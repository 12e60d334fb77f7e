import type { Lang } from './lang.ts';
import { topicsEn, type TopicsTexts } from './topics.en.ts';
import { topicsZh } from './topics.zh.ts';

export type { TopicsTexts } from './topics.en.ts';

const texts: Record<Lang, TopicsTexts> = { en: topicsEn, zh: topicsZh };

/** What managers read about why people call. */
export function topicsTexts(lang: Lang): TopicsTexts {
	return texts[lang];
}
