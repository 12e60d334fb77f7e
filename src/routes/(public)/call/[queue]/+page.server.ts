import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { publicTexts } from '#texts/public.ts';
import { callGuide } from '#views/public/callGuide.server.ts';

export async function load({ params, url, locals, parent }) {
	const { lang } = await parent();
	const topic = url.searchParams.get('topic');
	const guide = await callGuide(database(), params.queue, { lang, now: locals.now, topic });
	if (!guide) error(404, publicTexts(lang).problems.noQueue(params.queue));
	return { guide };
}
