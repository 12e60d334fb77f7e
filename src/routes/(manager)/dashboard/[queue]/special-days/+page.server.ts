import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { specialDaysPage } from '#views/manager/specialDays/specialDaysPage.server.ts';

export async function load({ params, locals, url }) {
	const asked = { year: url.searchParams.get('year'), now: locals.now, lang: locals.lang };
	const view = (await specialDaysPage(database(), params.queue, asked)) ?? error(404);
	return { view, pinned: { year: view.year } };
}
