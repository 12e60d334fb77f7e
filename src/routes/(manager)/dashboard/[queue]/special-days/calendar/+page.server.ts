import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { calendarActions } from '#views/manager/specialDays/calendarActions.server.ts';
import { calendarPage } from '#views/manager/specialDays/calendarPage.server.ts';

export async function load({ params, locals, url }) {
	const ownOnly = locals.person?.queues !== null;
	const asked = { date: url.searchParams.get('date'), now: locals.now, lang: locals.lang, ownOnly };
	return { view: (await calendarPage(database(), params.queue, asked)) ?? error(404) };
}

export const actions = calendarActions;
