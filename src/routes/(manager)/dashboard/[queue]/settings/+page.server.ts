import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { settingsActions } from '#views/manager/settings/settingsActions.server.ts';
import { settingsPage } from '#views/manager/settings/settingsPage.server.ts';

export async function load({ params, locals, url }) {
	const asked = { lang: locals.lang, query: url.searchParams, role: locals.person?.role };
	return { settings: (await settingsPage(database(), params.queue, asked)) ?? error(404) };
}

export const actions = settingsActions;
