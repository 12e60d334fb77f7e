import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import { database } from '#records/database.server.ts';
import { publicTexts } from '#texts/public.ts';
import { callGuide } from '#views/public/callGuide.server.ts';
import { guideShare } from '#views/public/guideShare.server.ts';

export async function load({ params, url, locals, parent }) {
	const { lang } = await parent();
	const topic = url.searchParams.get('topic');
	const asked = { lang, now: locals.now, topic };
	const guide = await callGuide(database(), params.queue, asked);
	const share = await guideShare(database(), params.queue, { ...asked, root: url.origin + base });
	if (!guide || !share) error(404, publicTexts(lang).problems.noQueue(params.queue));
	return { guide, share };
}
