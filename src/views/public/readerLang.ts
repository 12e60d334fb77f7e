import { chooseLang, isLang, type Lang } from '#texts/lang.ts';

/**
 * The language of a public answer, and the header that tells caches what it depends on. Never a cookie: the same
 * address gives the same answer to all readers of a language.
 */
export function readerLang(url: URL, request: Request): { lang: Lang; vary: Record<string, string> } {
	const asked = url.searchParams.get('lang');
	const lang = chooseLang(asked, null, request.headers.get('accept-language'));
	return { lang, vary: isLang(asked) ? {} : { vary: 'accept-language' } };
}
