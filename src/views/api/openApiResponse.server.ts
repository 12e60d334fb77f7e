import { cacheable, openToAll } from '#views/public/cacheable.server.ts';
import { openApi } from './openapi/document.ts';

const body = JSON.stringify(openApi, null, '\t');

/** `GET /openapi.json`: the same for everybody, on any site, until the product is of another version. */
export function openApiResponse({ request }: { request: Request }): Response {
	return cacheable(request, body, { ...openToAll, 'content-type': 'application/json' });
}
