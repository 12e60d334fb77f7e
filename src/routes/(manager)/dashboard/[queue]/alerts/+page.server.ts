import { error } from '@sveltejs/kit';
import { alertActions } from '#views/manager/alerts/alertActions.server.ts';
import { alertsPage } from '#views/manager/alerts/alertsPage.server.ts';
import { readerSourceNames } from '#views/readerSources.server.ts';
import { product } from '#work/product.server.ts';

export async function load({ params, locals, url, setHeaders }) {
	// A secret may stand on it.
	setHeaders({ 'cache-control': 'no-store' });
	const { database, settings } = product();
	const mayWrite = locals.person !== null && locals.person.role !== 'viewer';
	const sources = await readerSourceNames(locals.person ? locals.person.queues : [], locals.now);
	const asked = {
		query: url.searchParams,
		now: locals.now,
		lang: locals.lang,
		mayWrite,
		sources
	};
	const view = await alertsPage(database, params.queue, { ...asked, canMail: settings.smtp !== null });
	return { view: view ?? error(404) };
}

export const actions = alertActions;
