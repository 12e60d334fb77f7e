import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { comparePage } from '#views/manager/compare/comparePage.server.ts';

export async function load({ params, locals, url }) {
	const { now, lang, person: reader } = locals;
	const asked = { query: url.searchParams, now, lang, reader };
	return (await comparePage(database(), params.queue, asked)) ?? error(404);
}
