import { database } from '#records/database.server.ts';
import { overview } from '#views/manager/overview.server.ts';

export function load({ locals, url }) {
	return overview(database(), { origin: url.origin, now: locals.now, lang: locals.lang });
}
