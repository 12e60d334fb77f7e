import type { Database } from '#records/database.server.ts';
import { publicTexts } from '#texts/public.ts';
import { parseAccent } from './accent.ts';
import { isUrgent, publicAnswer, publicQueue } from './answers.server.ts';
import { cacheable, openToAll } from './cacheable.server.ts';
import { embedDocument, type EmbedLook } from './embedDocument.server.ts';
import { frameAncestors } from './frameAncestors.ts';
import { readerLang } from './readerLang.ts';
import { themes } from './themes.ts';
import Widget from './Widget.svelte';
import WidgetOff from './WidgetOff.svelte';

export interface EmbedRequest {
	url: URL;
	request: Request;
	now: number;
	/** Path of the product on its origin, '' at the root. */
	base: string;
}

/**
 * The widget as a page (api.md). A queue that is not shown in public, or that there is not, gets a friendly sentence
 * and status 200: the pages around it are not to blame.
 */
export async function embedResponse(
	database: Database,
	slug: string,
	{ url, request, now, base }: EmbedRequest
): Promise<Response> {
	const { lang, vary } = readerLang(url, request);
	const texts = publicTexts(lang);
	const asked = url.searchParams;
	const topic = asked.get('topic');
	const look: EmbedLook = {
		lang,
		theme: themes.find((theme) => theme === asked.get('theme')) ?? 'auto',
		accent: parseAccent(asked.get('accent')),
		fit: asked.get('fit') === '1',
		title: texts.notAvailableTitle,
		fitScript: `${base}/embed-frame.js`
	};
	const stored = await publicQueue(database, slug);
	const send = ({ html, policy }: { html: string; policy: string }) =>
		cacheable(request, html, {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': `${policy}; ${frameAncestors(stored?.queue)}`,
			'cross-origin-embedder-policy': 'require-corp',
			'referrer-policy': 'strict-origin',
			...openToAll,
			...vary
		});
	if (!stored)
		return send(embedDocument(WidgetOff, { texts, home: `${url.origin}${base}/?lang=${lang}` }, look));
	const answer = await publicAnswer(database, stored, { lang, now, topic });
	const query = new URLSearchParams({ lang, ...(topic === null ? {} : { topic }) });
	const guide = `${url.origin}${base}/call/${stored.queue.slug}?${query}`;
	return send(
		embedDocument(
			Widget,
			{ answer, guide, urgent: isUrgent(stored.queue, topic) },
			{ ...look, title: texts.widgetTitle(answer.queue.name) }
		)
	);
}
