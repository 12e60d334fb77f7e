import type { Database } from '#records/database.server.ts';
import { publicTexts } from '#texts/public.ts';
import { parseAccent } from './accent.ts';
import { isUrgent, publicAnswer, publicQueue } from './answers.server.ts';
import { cacheable, openToAll, tagged, type Tagged } from './cacheable.server.ts';
import { embedDocument, type EmbedDocument, type EmbedLook } from './embedDocument.server.ts';
import { frameAncestors } from './frameAncestors.ts';
import { guideAddress } from './guideAddress.ts';
import { keptOf } from './keptOf.ts';
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
	const answer = stored && (await publicAnswer(database, stored, { lang, now, topic }));
	const home = `${url.origin}${base}`;
	const shown = () => {
		if (!answer)
			return document(
				embedDocument(WidgetOff, { texts, home: `${home}/?lang=${lang}`, framed: look.fit }, look)
			);
		// Only its own topics: others could be made up without end.
		const own = stored.queue.public.topics.some(({ slug }) => slug === topic) ? topic : null;
		const guide = guideAddress(home, stored.queue.slug, { lang, topic: own });
		const title = texts.widgetTitle(answer.queue.name);
		const urgent = isUrgent(stored.queue, own);
		const name = JSON.stringify([guide, look]);
		return kept(answer, name, () =>
			document(embedDocument(Widget, { answer, guide, urgent, framed: look.fit }, { ...look, title }))
		);
	};
	const { html, policy } = shown();
	return cacheable(request, html, {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': `${policy}; ${frameAncestors(stored?.queue)}`,
		'cross-origin-embedder-policy': 'require-corp',
		'referrer-policy': 'strict-origin',
		...openToAll,
		...vary
	});
}

interface Sent {
	html: Tagged;
	policy: string;
}

const kept = keptOf<Sent>();

function document({ html, policy }: EmbedDocument): Sent {
	return { html: tagged(html), policy };
}
