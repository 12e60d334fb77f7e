import { alertsEn, type AlertsTexts } from './alerts.en.ts';
import { alertsZh } from './alerts.zh.ts';
import type { Lang } from './lang.ts';

export type { AlertsTexts } from './alerts.en.ts';

const texts: Record<Lang, AlertsTexts> = { en: alertsEn, zh: alertsZh };

/** What the pages of alerts say. */
export function alertsTexts(lang: Lang): AlertsTexts {
	return texts[lang];
}
