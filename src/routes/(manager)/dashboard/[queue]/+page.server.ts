import { error, redirect } from '@sveltejs/kit';
import { cookieName } from '#access/cookieName.ts';
import { database } from '#records/database.server.ts';
import { queueLive } from '#views/manager/live/queueLive.server.ts';
import { queuePage } from '#views/manager/queuePage.server.ts';
import { viewCookie, withRemembered } from '#views/manager/rememberedView.ts';

export async function load({ params, locals, url, cookies }) {
	const remembered = withRemembered(url.searchParams, cookies.get(cookieName(viewCookie, url)));
	if (remembered) redirect(307, `${url.pathname}${remembered}`);
	const asked = { query: url.searchParams, now: locals.now, lang: locals.lang };
	const [page, live] = await Promise.all([
		queuePage(database(), params.queue, asked),
		queueLive(params.queue, locals.now)
	]);
	return page && live ? { ...page, live } : error(404);
}
