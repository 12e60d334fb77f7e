import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { reportPage } from '#views/manager/report/reportPage.server.ts';

export async function load({ params, locals, url }) {
	const asked = { query: url.searchParams, now: locals.now, lang: locals.lang };
	return (await reportPage(database(), params.queue, asked)) ?? error(404);
}
