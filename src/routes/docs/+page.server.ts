import { docsPage } from '#views/api/docs/docsPage.ts';
import { openApi } from '#views/api/openapi/document.ts';

export function load({ url, locals }) {
	return { page: docsPage(openApi, { lang: locals.lang, origin: url.origin }) };
}
