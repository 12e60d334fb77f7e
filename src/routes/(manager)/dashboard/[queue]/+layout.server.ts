import { noticesKey } from '#views/manager/noticesKey.ts';
import { pageNotices } from '#views/manager/pageNotices.server.ts';

export async function load({ params, locals, depends }) {
	depends(noticesKey);
	const { now, lang, person: reader } = locals;
	return { notices: await pageNotices(params.queue, { now, lang, reader }) };
}
