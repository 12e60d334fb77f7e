import type { Cookies } from '@sveltejs/kit';
import { cookieName } from '#access/cookieName.ts';
import { isLang } from '#texts/lang.ts';

const yearSeconds = 365 * 86_400;

/** A language that a manager chose in the address holds for the pages to come. */
export function keepLang(cookies: Cookies, url: URL): void {
	const asked = url.searchParams.get('lang');
	const name = cookieName('lang', url);
	if (!isLang(asked) || asked === cookies.get(name)) return;
	cookies.set(name, asked, {
		path: '/',
		maxAge: yearSeconds,
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
}
