import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);
/** What is shorter goes in one packet or two as it is. */
const leastBytes = 2_048;
/** More takes longer than it saves. */
const level = 5;

/**
 * A page of a queue, compressed for whoever takes that: tables and charts say much alike, so a tenth is left. Other
 * pages may hold what nobody else is to guess from lengths (BREACH, 2013), such as a key that is shown once.
 */
export async function compressed(
	response: Response,
	{ request, route }: { request: Request; route: { id: string | null } }
): Promise<Response> {
	const { headers, status } = response;
	const isPage =
		request.method === 'GET' &&
		status === 200 &&
		/^\/\(manager\)\/dashboard\/\[queue\]/.test(route.id ?? '') &&
		/^(text\/html|application\/json)\b/.test(headers.get('content-type') ?? '');
	if (!isPage || headers.has('content-encoding')) return response;
	headers.append('vary', 'accept-encoding');
	if (!/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(request.headers.get('accept-encoding') ?? ''))
		return response;
	const body = new Uint8Array(await response.arrayBuffer());
	if (body.byteLength < leastBytes) return new Response(body, { status, headers });
	const packed = new Uint8Array(await compress(body, { level }));
	headers.set('content-encoding', 'gzip');
	headers.set('content-length', String(packed.byteLength));
	return new Response(packed, { status, headers });
}
