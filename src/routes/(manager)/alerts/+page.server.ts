import { database } from '#records/database.server.ts';
import { houseAlerts } from '#views/manager/alerts/houseAlerts.server.ts';

export async function load({ locals, url }) {
	const { now, lang, person: reader } = locals;
	return { view: await houseAlerts(database(), { query: url.searchParams, now, lang, reader }) };
}
