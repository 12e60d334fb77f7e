import { cacheable, openToAll } from '#views/public/cacheable.server.ts';
import { embedScript } from '#views/public/embedScript.ts';

export function GET({ request }) {
	return cacheable(request, embedScript, {
		...openToAll,
		'content-type': 'text/javascript; charset=utf-8',
		'cache-control': 'public, max-age=300, stale-while-revalidate=604800'
	});
}
