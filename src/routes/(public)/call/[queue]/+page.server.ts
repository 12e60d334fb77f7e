import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { base } from '$app/paths';
import { database } from '#records/database.server.ts';
import { publicTexts } from '#texts/public.ts';
import { callGuide } from '#views/public/callGuide.server.ts';
import { guidePolicy } from '#views/public/guidePolicy.ts';
import { guideShare } from '#views/public/guideShare.server.ts';

export async function load({ params, url, locals, parent, setHeaders }) {
	const { lang } = await parent();
	const [topic, zone] = [url.searchParams.get('topic'), url.searchParams.get('zone')];
	const asked = { lang, now: locals.now, topic };
	const guide = await callGuide(database(), params.queue, { ...asked, zone });
	const share = await guideShare(database(), params.queue, { ...asked, root: url.origin + base });
	if (!guide || !share) error(404, publicTexts(lang).problems.noQueue(params.queue));
	// The development server brings scripts of its own.
	if (!dev) setHeaders({ 'content-security-policy': guidePolicy });
	return { guide, share };
}
