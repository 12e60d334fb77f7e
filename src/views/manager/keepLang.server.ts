import type { Cookies } from '@sveltejs/kit';
import { isLang } from '#texts/lang.ts';

const yearSeconds = 365 * 86_400;

/** A language that a manager chose in the address holds for the pages to come. */
export function keepLang(cookies: Cookies, url: URL): void {
	const asked = url.searchParams.get('lang');
	if (!isLang(asked) || asked === cookies.get('lang')) return;
	cookies.set('lang', asked, {
		path: '/',
		maxAge: yearSeconds,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
}
