import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { levelActions } from '#views/manager/waits/levelActions.server.ts';
import { waitsPage } from '#views/manager/waits/waitsPage.server.ts';

export async function load({ params, locals, url }) {
	const { now, lang, person } = locals;
	const asked = { query: url.searchParams, now, lang, role: person?.role };
	return (await waitsPage(database(), params.queue, asked)) ?? error(404);
}

export const actions = levelActions;
