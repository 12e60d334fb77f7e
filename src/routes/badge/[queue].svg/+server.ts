import { database } from '#records/database.server.ts';
import { badgeResponse } from '#views/public/badge/badgeResponse.server.ts';

export const GET = ({ params, url, request, locals }) =>
	badgeResponse(database(), params.queue, 'svg', { url, request, now: locals.now });
