import type { Lang } from './lang.ts';
import { en, type KeysTexts } from './keys.en.ts';
import { zh } from './keys.zh.ts';

export type { KeysTexts };

export function keysTexts(lang: Lang): KeysTexts {
	return lang === 'zh' ? zh : en;
}
