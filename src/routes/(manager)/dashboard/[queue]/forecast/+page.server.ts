import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { accuracyWeeks, daySpans, forecastPage } from '#views/manager/forecast/forecastPage.server.ts';

export async function load({ params, locals, url }) {
	const asked = { query: url.searchParams, now: locals.now, lang: locals.lang };
	const page = (await forecastPage(database(), params.queue, asked)) ?? error(404);
	return { ...page, spans: daySpans, weeks: accuracyWeeks };
}
