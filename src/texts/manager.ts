import type { Lang } from './lang.ts';
import { managerEn, type ManagerTexts } from './manager.en.ts';
import { managerZh } from './manager.zh.ts';

export type { ManagerTexts } from './manager.en.ts';

const texts: Record<Lang, ManagerTexts> = { en: managerEn, zh: managerZh };

/** The texts that managers read. */
export function managerTexts(lang: Lang): ManagerTexts {
	return texts[lang];
}
