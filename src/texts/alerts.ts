import { alertsEn, type AlertsTexts } from './alerts.en.ts';
import { alertsZh } from './alerts.zh.ts';
import type { Lang } from './lang.ts';

export type { AlertsTexts } from './alerts.en.ts';

/** Why a message did not arrive, beside what the other side answered. */
export type OutboundFault =
	| 'bad_address'
	| 'private_address'
	| 'no_such_host'
	| 'unreachable'
	| 'bad_certificate'
	| 'timeout'
	| 'too_large'
	| 'too_many_redirects'
	| 'no_mail_server'
	| 'removed';

const texts: Record<Lang, AlertsTexts> = { en: alertsEn, zh: alertsZh };

/** What is said of alerts, on their pages and in their messages. */
export function alertsTexts(lang: Lang): AlertsTexts {
	return texts[lang];
}
