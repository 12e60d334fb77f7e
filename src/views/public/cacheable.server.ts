import { createHash } from 'node:crypto';

/** How long public answers may be kept (api.md). */
export const publicCache = 'public, max-age=60, s-maxage=300, stale-while-revalidate=600';

/** What any page of any site may read: nothing in it depends on who asks. */
export const openToAll = {
	'access-control-allow-origin': '*',
	'cross-origin-resource-policy': 'cross-origin',
	'timing-allow-origin': '*'
};

export type Body = string | Uint8Array<ArrayBuffer>;

/** A body with the strong ETag of its bytes, for what is sent more than once. */
export interface Tagged {
	body: Body;
	etag: string;
}

export function tagged(body: Body): Tagged {
	return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
}

/** The body with its ETag, or 304 when the reader has that very text. */
export function cacheable(request: Request, sent: Body | Tagged, headers: Record<string, string>): Response {
	const { body, etag } = typeof sent === 'string' || sent instanceof Uint8Array ? tagged(sent) : sent;
	const all = { 'cache-control': publicCache, etag, 'x-content-type-options': 'nosniff', ...headers };
	const known = (request.headers.get('if-none-match') ?? '')
		.split(',')
		.map((tag) => tag.trim().replace(/^W\//, ''));
	if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers: all });
	return new Response(body, { headers: all });
}
