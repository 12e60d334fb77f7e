const policy = 'content-security-policy';
/** For what is data and no page. */
const nothing = "default-src 'none'; frame-ancestors 'none'";
/** Shown in a frame beside the form that it previews. */
const framedByUs = new Set(['/(manager)/dashboard/[queue]/settings/preview']);

/**
 * An answer with what keeps browsers from doing more with it than is meant. Pages bring a policy with nonces
 * (svelte.config.js), the public part its own (views/public); what has none gets one that allows nothing.
 */
export function safeAnswer(response: Response, routeId: string | null): Response {
	// What is unchanged keeps the policy that it came with: browsers take over whatever a 304 says.
	if (response.status === 304) return response;
	const { headers } = response;
	const own = headers.get(policy);
	if (own === null) headers.set(policy, nothing);
	else if (routeId !== null && framedByUs.has(routeId))
		headers.set(policy, own.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
	if (!headers.has('cross-origin-resource-policy'))
		headers.set('cross-origin-resource-policy', 'same-origin');
	if (headers.get('content-type')?.startsWith('text/html') && !routeId?.startsWith('/embed/'))
		headers.set('cross-origin-opener-policy', 'same-origin');
	// What people see who have signed in is for no cache, neither between nor on a machine that others use.
	if (/^\/\((manager|access)\)/.test(routeId ?? '') && !headers.has('cache-control'))
		headers.set('cache-control', 'no-store');
	return response;
}
