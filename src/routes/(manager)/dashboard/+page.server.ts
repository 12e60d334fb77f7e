import { database } from '#records/database.server.ts';
import { overview } from '#views/manager/overview/overview.server.ts';
import { pageNotices } from '#views/manager/pageNotices.server.ts';

export async function load({ locals, url }) {
	const { now, lang, person: reader } = locals;
	const [view, notices] = await Promise.all([
		overview(database(), { query: url.searchParams, origin: url.origin, now, lang, reader }),
		pageNotices(null, { now, lang, reader })
	]);
	return { ...view, notices };
}
