import type { Database } from '#records/database.server.ts';
import { publicTexts } from '#texts/public.ts';
import { isZone } from '#time/zone.ts';
import { problem } from '#views/api/problem.ts';
import { publicAnswer, publicQueue } from './answers.server.ts';
import { finish, openToAll, send, type Finished } from './cacheable.server.ts';
import { inZone } from './inZone.ts';
import { keptOf } from './keptOf.ts';
import { readerLang } from './readerLang.ts';

const kept = keptOf<Finished>();

/** `GET …/best-time` (api.md), from the request to the response. */
export async function bestTimeResponse(
	database: Database,
	slug: string,
	{ url, request, now }: { url: URL; request: Request; now: number }
): Promise<Response> {
	const { lang, vary } = readerLang(url, request);
	const { problems } = publicTexts(lang);
	const zone = url.searchParams.get('zone');
	if (zone !== null && !isZone(zone))
		return problem(400, problems.badZoneTitle, problems.badZone(zone), { field: 'zone' }, openToAll);
	const stored = await publicQueue(database, slug);
	if (!stored) return problem(404, problems.noQueueTitle, problems.noQueue(slug), {}, openToAll);
	const answer = await publicAnswer(database, stored, { lang, now, topic: url.searchParams.get('topic') });
	const finished = kept(answer, `${zone ?? ''} ${vary.vary ?? ''}`, () =>
		finish(JSON.stringify(zone === null ? answer : inZone(answer, zone)), {
			'content-type': 'application/json',
			...openToAll,
			...vary
		})
	);
	return send(request, finished);
}

/** The answer to a preflight: any page may read, with any plain header. */
export function preflight(): Response {
	return new Response(null, {
		status: 204,
		headers: {
			...openToAll,
			'access-control-allow-methods': 'GET, HEAD, OPTIONS',
			'access-control-allow-headers': '*',
			'access-control-max-age': '86400'
		}
	});
}
