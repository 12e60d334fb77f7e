import type { Lang } from './lang.ts';
import { myCallsEn, type MyCallsTexts } from './myCalls.en.ts';
import { myCallsZh } from './myCalls.zh.ts';

export type { MyCallsTexts } from './myCalls.en.ts';

const texts: Record<Lang, MyCallsTexts> = { en: myCallsEn, zh: myCallsZh };

/** The texts of a caller's own log. */
export function myCallsTexts(lang: Lang): MyCallsTexts {
	return texts[lang];
}
