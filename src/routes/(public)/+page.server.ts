import { database } from '#records/database.server.ts';
import { frontPage } from '#views/public/frontPage.server.ts';

export async function load({ parent, locals }) {
	const { lang } = await parent();
	return { page: await frontPage(database(), lang, locals.now) };
}
