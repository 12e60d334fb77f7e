import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { queueLive } from '#views/manager/live/queueLive.server.ts';
import { queuePage } from '#views/manager/queuePage.server.ts';

export async function load({ params, locals, url }) {
	const asked = { query: url.searchParams, now: locals.now, lang: locals.lang };
	const [page, live] = await Promise.all([
		queuePage(database(), params.queue, asked),
		queueLive(params.queue, locals.now)
	]);
	return page && live ? { ...page, live } : error(404);
}
