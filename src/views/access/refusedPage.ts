import type { RequestEvent } from '@sveltejs/kit';
import { langTag } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';

/** The answer to somebody who has signed in and may not do this: as a page, or as its scripts expect it. */
export function refusedPage({ request, locals, isDataRequest }: RequestEvent): Response {
	const { error, titleOf } = managerTexts(locals.lang);
	const policy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'";
	const headers = { 'cache-control': 'no-store', 'content-security-policy': policy };
	if (isDataRequest) return Response.json({ message: error.refused }, { status: 403, headers });
	if (request.headers.has('x-sveltekit-action'))
		return Response.json(
			{ type: 'error', status: 403, error: { message: error.refused } },
			{ status: 403, headers }
		);
	const html = `<!doctype html>
<html lang="${langTag[locals.lang]}">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width" />
		<meta name="color-scheme" content="light dark" />
		<title>${titleOf(error.refusedTitle)}</title>
		<link rel="stylesheet" href="/plain.css" />
	</head>
	<body>
		<main>
			<h1>${error.refusedTitle}</h1>
			<p>${error.refused}</p>
			<p><a href="/dashboard">${error.back}</a></p>
		</main>
	</body>
</html>
`;
	return new Response(html, {
		status: 403,
		headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }
	});
}
