import { alertMessages, type OutboundFault } from '#texts/alertMessages.ts';
import type { Lang } from '#texts/lang.ts';

/** Why a message did not arrive, from what is kept of it (work/sendAlert.server.ts). */
export function failureWords(error: string | null, lang: Lang): string {
	const texts = alertMessages(lang);
	const at = error?.indexOf(':') ?? -1;
	const [kind, what] = [error?.slice(0, at), error?.slice(at + 1) ?? ''];
	if (kind === 'status') return texts.status(what);
	if (kind === 'mail') return texts.refusedMail(what);
	return isFault(what) ? texts.faults[what] : what;
}

function isFault(text: string): text is OutboundFault {
	return Object.hasOwn(alertMessages('en').faults, text);
}
