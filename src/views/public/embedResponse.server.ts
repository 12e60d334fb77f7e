import type { Queue } from '#model/queue.ts';
import type { Database } from '#records/database.server.ts';
import { publicTexts } from '#texts/public.ts';
import { parseAccent } from './accent.ts';
import { isUrgent, publicAnswer, publicQueue } from './answers.server.ts';
import { finish, openToAll, send, type Finished } from './cacheable.server.ts';
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
	const { lang, vary: langVary } = readerLang(url, request);
	const vary = { vary: [...Object.values(langVary), 'sec-fetch-dest'].join(', ') };
	const asked = url.searchParams;
	const topic = asked.get('topic');
	const look: Look = {
		lang,
		theme: themes.find((theme) => theme === asked.get('theme')) ?? 'auto',
		accent: parseAccent(asked.get('accent')),
		fit: asked.get('fit') === '1',
		fitScript: `${base}/embed-frame.js`
	};
	const home = `${url.origin}${base}`;
	const framed = look.fit || inFrame.has(request.headers.get('sec-fetch-dest') ?? '');
	const stored = await publicQueue(database, slug);
	if (!stored) return send(request, off(home, look, framed, vary));
	const answer = await publicAnswer(database, stored, { lang, now, topic });
	// Only its own topics: others could be made up without end.
	const own = stored.queue.public.topics.some(({ slug }) => slug === topic) ? topic : null;
	const { theme, accent, fit } = look;
	const kind = fit ? 'fit' : framed ? 'framed' : 'page';
	const name = `${home} ${theme} ${accent ?? ''} ${kind} ${own ?? ''} ${vary.vary}`;
	const finished = kept(answer, name, () => {
		const guide = guideAddress(home, stored.queue.slug, { lang, topic: own });
		const props = { answer, guide, urgent: isUrgent(stored.queue, own), framed };
		const title = publicTexts(lang).widgetTitle(answer.queue.name);
		return document(embedDocument(Widget, props, { ...look, title }), stored.queue, vary);
	});
	return send(request, finished);
}

const kept = keptOf<Finished>();

/** What browsers say a document is loaded for where it becomes a part of another page, which has a main part of its own. */
const inFrame = new Set(['iframe', 'frame', 'embed', 'object']);

type Look = Omit<EmbedLook, 'title'>;

function off(home: string, look: Look, framed: boolean, vary: Record<string, string>): Finished {
	const texts = publicTexts(look.lang);
	const props = { texts, home: `${home}/?lang=${look.lang}`, framed };
	return document(
		embedDocument(WidgetOff, props, { ...look, title: texts.notAvailableTitle }),
		undefined,
		vary
	);
}

function document(
	{ html, policy }: EmbedDocument,
	queue: Queue | undefined,
	vary: Record<string, string>
): Finished {
	return finish(html, {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': `${policy}; ${frameAncestors(queue)}`,
		'cross-origin-embedder-policy': 'require-corp',
		'referrer-policy': 'strict-origin',
		...openToAll,
		...vary
	});
}
