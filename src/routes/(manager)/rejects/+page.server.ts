import { rejectsPage } from '#views/manager/rejects/rejectsPage.server.ts';
import { product } from '#work/product.server.ts';

export function load({ locals, url }) {
	return rejectsPage(product(), url.searchParams, { lang: locals.lang, now: locals.now });
}
