import type { Lang } from '#texts/lang.ts';
import { openApi } from '../openapi/document.ts';
import { docsPage, type DocsPage } from './docsPage.ts';

const kept = new Map<Lang, { origin: string; page: DocsPage }>();

/** The description of the API as people read it: laid out once for each language, as anybody may ask for it. */
export function keptDocs(lang: Lang, origin: string): DocsPage {
	const known = kept.get(lang);
	if (known?.origin === origin) return known.page;
	const page = docsPage(openApi, { lang, origin });
	kept.set(lang, { origin, page });
	return page;
}
