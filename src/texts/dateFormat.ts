import { langTag, type Lang } from './lang.ts';

const kept = new Map<string, Intl.DateTimeFormat>();
/** Readers may name any zone, and each formatter takes tens of kilobytes. */
const mostKept = 400;

/**
 * Intl's formatter of a language, kept: it is slow to make (tens of microseconds) and fast to use.
 * In UTC unless the options name a zone, so that a date can be given as its midnight in UTC.
 */
export function dateFormat(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = lang + JSON.stringify(options);
	const known = kept.get(key);
	if (known !== undefined) return known;
	const made = new Intl.DateTimeFormat(langTag[lang], { timeZone: 'UTC', ...options });
	for (const [oldest] of kept) {
		if (kept.size < mostKept) break;
		kept.delete(oldest);
	}
	kept.set(key, made);
	return made;
}
