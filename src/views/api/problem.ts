/**
 * An error answer as RFC 9457 says: `application/problem+json` with `type`, `title`, `status`, `detail`, and what
 * else helps (`extra`).
 */
export function problem(
	status: number,
	title: string,
	detail: string,
	extra: Record<string, unknown> = {},
	headers: Record<string, string> = {}
): Response {
	return new Response(JSON.stringify({ type: 'about:blank', title, status, detail, ...extra }), {
		status,
		headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers }
	});
}
