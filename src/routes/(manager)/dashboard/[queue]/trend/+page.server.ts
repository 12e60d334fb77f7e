import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { trendPage } from '#views/manager/trend/trendPage.server.ts';

export async function load({ params, locals, url }) {
	const asked = { query: url.searchParams, now: locals.now, lang: locals.lang };
	return (await trendPage(database(), params.queue, asked)) ?? error(404);
}
