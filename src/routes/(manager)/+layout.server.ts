import { keepLang } from '#views/manager/keepLang.server.ts';

export function load({ locals, cookies, url }) {
	keepLang(cookies, url);
	return { lang: locals.lang, person: locals.person };
}
