const titles: Record<number, string> = {
	404: 'No such address',
	405: 'Method not allowed',
	500: 'Internal error'
};

/** What the framework answers by itself (404, 405, 500), in the shape of every other error of the API. */
export function asProblem(response: Response, request: Request): Response {
	const { status, headers } = response;
	const title = titles[status];
	if (!title || headers.get('content-type')?.startsWith('application/problem+json')) return response;
	const { method, url } = request;
	const allow = headers.get('allow');
	const details: Record<number, string> = {
		404: `There is nothing at ${new URL(url).pathname.slice(0, 200)}.`,
		405: `${method} is not for this address; it takes ${allow ?? 'other methods'}.`
	};
	const detail = details[status] ?? 'Something went wrong here. The request can be sent again as it was.';
	return problem(status, title, detail, {}, allow === null ? {} : { allow });
}

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
