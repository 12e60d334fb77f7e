import { alertMessagesEn, type AlertMessages } from './alertMessages.en.ts';
import { alertMessagesZh } from './alertMessages.zh.ts';
import type { Lang } from './lang.ts';

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

const texts: Record<Lang, AlertMessages> = { en: alertMessagesEn, zh: alertMessagesZh };

/** What is said of rules and by their messages. */
export function alertMessages(lang: Lang): AlertMessages {
	return texts[lang];
}
