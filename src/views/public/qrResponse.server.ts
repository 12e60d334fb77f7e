import type { Database } from '#records/database.server.ts';
import { embedTexts } from '#texts/embed.ts';
import { isLang } from '#texts/lang.ts';
import { publicTexts } from '#texts/public.ts';
import { problem } from '#views/api/problem.ts';
import { publicQueue } from './answers.server.ts';
import { cacheable, openToAll } from './cacheable.server.ts';
import type { EmbedRequest } from './embedResponse.server.ts';
import { frameAncestors } from './frameAncestors.ts';
import { guideAddress } from './guideAddress.ts';
import { qrSvg } from './qrSvg.ts';
import { readerLang } from './readerLang.ts';

/** `/call/{queue}/qr.svg` (api.md). The address names a language only if the request did: who scans it has his own. */
export async function qrResponse(
	database: Database,
	slug: string,
	{ url, request, base }: Omit<EmbedRequest, 'now'>
): Promise<Response> {
	const { lang, vary } = readerLang(url, request);
	const stored = await publicQueue(database, slug);
	const { problems } = publicTexts(lang);
	if (!stored) return problem(404, problems.noQueueTitle, problems.noQueue(slug), {}, openToAll);
	const asked = url.searchParams.get('lang');
	const address = guideAddress(url.origin + base, slug, {
		lang: isLang(asked) ? asked : null,
		topic: url.searchParams.get('topic')
	});
	return cacheable(request, qrSvg(address, embedTexts(lang).qrTitle(stored.queue.name[lang])), {
		'content-type': 'image/svg+xml',
		'content-security-policy': `default-src 'none'; ${frameAncestors(stored.queue)}`,
		...openToAll,
		...vary
	});
}
