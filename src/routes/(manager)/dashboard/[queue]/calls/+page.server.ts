import { error } from '@sveltejs/kit';
import { callsPage } from '#views/manager/calls/callsPage.server.ts';
import { product } from '#work/product.server.ts';

export async function load({ params, locals, url }) {
	const { database, settings } = product();
	const { now, lang } = locals;
	const asked = { query: url.searchParams, now, lang, retentionDays: settings.retentionDays };
	return (await callsPage(database, params.queue, asked)) ?? error(404);
}
