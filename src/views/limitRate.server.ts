import { createHash } from 'node:crypto';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { networkOf } from '#access/networkOf.ts';
import { RateLimit, type Taken } from '#access/rateLimit.ts';
import { measures } from '#records/measures.server.ts';
import { product } from '#work/product.server.ts';
import { problem } from './api/problem.ts';

interface Limits {
	/** By key, and by person who has signed in. */
	keys: RateLimit | null;
	/** By address, of those without either; and of wrong keys. */
	addresses: RateLimit | null;
}

let limits: Limits | null = null;

/**
 * Lets only so many requests a minute through, for each key, each person and each address, and says in the answer's
 * `RateLimit` how many are left (draft-ietf-httpapi-ratelimit-headers). A wrong key counts for its address, so that keys
 * are not guessed at the rate of those who have one. Health checks and scripts of pages are not counted.
 */
export const limitRate: Handle = async ({ event, resolve }) => {
	if (isFree(event.route.id)) return resolve(event);
	const { keys, addresses } = (limits ??= limitsOf(product().settings));
	const now = Date.now();
	const who = whoAsks(event);
	const address = networkOf(event.getClientAddress());
	// Without a key the address pays at once; with one only when it turns out to be wrong.
	const ofAddress = addresses?.take(address, now, who === null ? 1 : 0);
	if (ofAddress && !ofAddress.allowed && (who === null || event.locals.person === null))
		return refuse(ofAddress, 'address');
	const ofKey = who === null ? undefined : keys?.take(who, now);
	if (ofKey && !ofKey.allowed) return refuse(ofKey, 'key');
	const response = await resolve(event);
	if (response.status === 401 && who !== null) addresses?.take(address, now);
	const taken = ofKey ?? (who === null ? ofAddress : undefined);
	return taken ? tell(response, taken, who === null ? 'address' : 'key') : response;
};

function limitsOf({ keyRate, addressRate }: { keyRate: number; addressRate: number }): Limits {
	return {
		keys: keyRate === 0 ? null : new RateLimit(keyRate),
		addresses: addressRate === 0 ? null : new RateLimit(addressRate)
	};
}

function isFree(routeId: string | null): boolean {
	return routeId === '/healthz' || routeId === '/readyz';
}

/** The key where keys count, or whoever has signed in; null: nobody that is known. */
function whoAsks({ request, locals, route }: RequestEvent): string | null {
	const takesKeys = /^\/(api\/v1\/(?!public\/)|metrics)/.test(route.id ?? '');
	const key = request.headers.get('authorization') ?? request.headers.get('x-amz-firehose-access-key');
	if (key !== null && takesKeys) return createHash('sha256').update(key).digest('base64url');
	return locals.person ? `person ${locals.person.email}` : null;
}

function refuse(taken: Taken, by: 'key' | 'address'): Response {
	measures.limited.inc({ by });
	const detail = `At most ${taken.limit} requests a minute are taken from one ${by}.`;
	return tell(
		problem(429, 'Too many requests', detail, {}, { 'retry-after': String(taken.retrySeconds) }),
		taken,
		by
	);
}

function tell(response: Response, { limit, remaining, resetSeconds }: Taken, by: string): Response {
	response.headers.set('ratelimit-policy', `"${by}";q=${limit};w=60`);
	response.headers.set('ratelimit', `"${by}";r=${remaining};t=${resetSeconds}`);
	return response;
}
