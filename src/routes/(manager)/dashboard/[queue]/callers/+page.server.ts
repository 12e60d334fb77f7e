import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { callersPage } from '#views/manager/callers/callersPage.server.ts';

export async function load({ params, locals }) {
	return (await callersPage(database(), params.queue, locals)) ?? error(404);
}
