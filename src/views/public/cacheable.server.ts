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

/** An answer as it is sent, made once for all who ask: its bytes, their strong ETag and the headers. */
export interface Finished {
	bytes: Uint8Array<ArrayBuffer>;
	etag: string;
	headers: Headers;
	/** Of the answer to who has those very bytes. */
	unchanged: Headers;
}

export function finish(body: Body, given: Record<string, string>): Finished {
	const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
	const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
	const unchanged = new Headers({ 'cache-control': publicCache, etag, ...given });
	const headers = new Headers(unchanged);
	// A known length spares the server to cut the body into chunks.
	headers.set('content-length', String(bytes.byteLength));
	return { bytes, etag, headers, unchanged };
}

/** The bytes, or 304 for who has them. */
export function send(request: Request, { bytes, etag, headers, unchanged }: Finished): Response {
	const known = request.headers.get('if-none-match');
	if (known !== null && isAmong(etag, known)) return new Response(null, { status: 304, headers: unchanged });
	return new Response(streamOf(bytes), { headers });
}

/** The same for what is made anew for each request. */
export function cacheable(request: Request, body: Body, headers: Record<string, string>): Response {
	return send(request, finish(body, headers));
}

function isAmong(etag: string, known: string): boolean {
	const tags = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	return tags.includes(etag) || tags.includes('*');
}

/** A stream that gives the bytes as they are: a response made of bytes would copy them for each reader. */
function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
	return new ReadableStream({
		start(controller) {
			controller.enqueue(bytes);
			controller.close();
		}
	});
}
