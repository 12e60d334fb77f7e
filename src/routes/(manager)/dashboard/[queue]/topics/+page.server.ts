import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { topicsPage } from '#views/manager/topics/topicsPage.server.ts';

export async function load({ params, locals, url }) {
	const asked = { query: url.searchParams, now: locals.now, lang: locals.lang };
	return (await topicsPage(database(), params.queue, asked)) ?? error(404);
}
