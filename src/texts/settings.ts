import type { Lang } from './lang.ts';
import { settingsEn, type SettingsTexts } from './settings.en.ts';
import { settingsZh } from './settings.zh.ts';

export type { SettingsTexts } from './settings.en.ts';

const texts: Record<Lang, SettingsTexts> = { en: settingsEn, zh: settingsZh };

/** The texts of the page of a queue's settings. */
export function settingsTexts(lang: Lang): SettingsTexts {
	return texts[lang];
}
