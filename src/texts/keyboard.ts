import { keyboardEn, type KeyboardTexts } from './keyboard.en.ts';
import { keyboardZh } from './keyboard.zh.ts';
import type { Lang } from './lang.ts';

export type { KeyboardTexts } from './keyboard.en.ts';

const texts: Record<Lang, KeyboardTexts> = { en: keyboardEn, zh: keyboardZh };

/** What is said about the keyboard. */
export function keyboardTexts(lang: Lang): KeyboardTexts {
	return texts[lang];
}
