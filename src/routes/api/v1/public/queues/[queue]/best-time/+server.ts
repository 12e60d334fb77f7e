import { database } from '#records/database.server.ts';
import { bestTimeResponse, preflight } from '#views/public/bestTimeResponse.server.ts';

export function GET({ params, url, request, locals }) {
	return bestTimeResponse(database(), params.queue, { url, request, now: locals.now });
}

export const OPTIONS = preflight;
