import { error, fail } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { calendarPage } from '#views/manager/specialDays/calendarPage.server.ts';
import {
	addDay,
	importDays,
	removeDay,
	undoChange
} from '#views/manager/specialDays/calendarActions.server.ts';

export async function load({ params, locals, url }) {
	const ownOnly = locals.person?.queues !== null;
	const asked = { date: url.searchParams.get('date'), now: locals.now, lang: locals.lang, ownOnly };
	return { view: (await calendarPage(database(), params.queue, asked)) ?? error(404) };
}

const write =
	(action: typeof addDay) =>
	async ({ params, locals, request }: Parameters<typeof addDay>[0]) => {
		const done = await action({ params, locals, request });
		return 'problem' in done ? fail(400, done) : done;
	};

export const actions = {
	save: write(addDay),
	remove: write(removeDay),
	undo: write(undoChange),
	import: write(importDays)
};
