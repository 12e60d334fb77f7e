import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { staffingActions } from '#views/manager/staffing/staffingActions.server.ts';
import { staffingPage } from '#views/manager/staffing/staffingPage.server.ts';

export async function load({ params, locals, url }) {
	const asked = { query: url.searchParams, now: locals.now, lang: locals.lang };
	return (await staffingPage(database(), params.queue, asked)) ?? error(404);
}

export const actions = staffingActions;
