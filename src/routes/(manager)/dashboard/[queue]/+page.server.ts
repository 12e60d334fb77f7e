import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { queuePage } from '#views/manager/queuePage.server.ts';

export async function load({ params, locals, url }) {
	const asked = { query: url.searchParams, now: locals.now, lang: locals.lang };
	return (await queuePage(database(), params.queue, asked)) ?? error(404);
}
