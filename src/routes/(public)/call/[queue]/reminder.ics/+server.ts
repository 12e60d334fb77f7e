import { base } from '$app/paths';
import { database } from '#records/database.server.ts';
import { reminderResponse } from '#views/public/reminderResponse.server.ts';

export const GET = ({ params, url, request, locals }) =>
	reminderResponse(database(), params.queue, { url, request, now: locals.now, base });
