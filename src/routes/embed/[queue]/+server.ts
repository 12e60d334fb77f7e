import { base } from '$app/paths';
import { database } from '#records/database.server.ts';
import { embedResponse } from '#views/public/embedResponse.server.ts';

export function GET({ params, url, request, locals }) {
	return embedResponse(database(), params.queue, { url, request, now: locals.now, base });
}
