import { database } from '#records/database.server.ts';
import { overview } from '#views/manager/overview/overview.server.ts';

export function load({ locals, url }) {
	const { now, lang, person: reader } = locals;
	return overview(database(), { query: url.searchParams, origin: url.origin, now, lang, reader });
}
