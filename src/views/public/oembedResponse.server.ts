import type { Database } from '#records/database.server.ts';
import { embedTexts } from '#texts/embed.ts';
import { chooseLang } from '#texts/lang.ts';
import { publicTexts } from '#texts/public.ts';
import { problem } from '#views/api/problem.ts';
import { publicQueue } from './answers.server.ts';
import { cacheable, openToAll } from './cacheable.server.ts';
import { oembed, queueOfAddress } from './oembed.ts';

/** `/oembed?url=` (oEmbed 1.0): 404 for what is not ours or not public, 501 for other formats than JSON. */
export async function oembedResponse(
	database: Database,
	{ url, request, base }: { url: URL; request: Request; base: string }
): Promise<Response> {
	const asked = url.searchParams;
	const root = url.origin + base;
	const address = queueOfAddress(asked.get('url') ?? '', root);
	const accepted = request.headers.get('accept-language');
	const lang = chooseLang(address?.query.get('lang'), null, accepted);
	const texts = embedTexts(lang).oembed;
	const [maxWidth, maxHeight] = [pixels(asked.get('maxwidth')), pixels(asked.get('maxheight'))];
	if (!['json', null].includes(asked.get('format')))
		return problem(501, texts.formatTitle, texts.format, {}, openToAll);
	if (!asked.has('url')) return problem(400, texts.badUrlTitle, texts.badUrl, { field: 'url' }, openToAll);
	const stored = address && (await publicQueue(database, address.slug));
	if (!address || !stored) return problem(404, texts.notFoundTitle, texts.notFound, {}, openToAll);
	const kept = ['topic', 'theme', 'accent'].flatMap((name): [string, string][] => {
		const value = address.query.get(name);
		return value === null ? [] : [[name, value]];
	});
	const src = `${root}/embed/${address.slug}?${new URLSearchParams([['lang', lang], ...kept])}`;
	const title = publicTexts(lang).widgetTitle(stored.queue.name[lang]);
	const body = JSON.stringify(oembed({ src, title, root }, { maxWidth, maxHeight }));
	return cacheable(request, body, {
		'content-type': 'application/json',
		...openToAll,
		vary: 'accept-language'
	});
}

/** What is no number of pixels does not limit. */
function pixels(text: string | null): number | null {
	return /^\d{1,5}$/.test(text ?? '') ? Number(text) : null;
}
