import { error } from '@sveltejs/kit';
import { canMail } from '#views/access/mailLink.server.ts';
import { mailActions } from '#views/manager/report/mail/mailActions.server.ts';
import { mailView } from '#views/manager/report/mail/mailView.server.ts';
import { reportPage } from '#views/manager/report/reportPage.server.ts';
import { product } from '#work/product.server.ts';

export async function load({ params, locals, url }) {
	const { database, settings } = product();
	const { now, lang, person } = locals;
	const done = url.searchParams.get('done');
	const asked = { slug: params.queue, person, settings, canMail: canMail(url), done, lang, now };
	const [report, mail] = await Promise.all([
		reportPage(database, params.queue, { query: url.searchParams, now, lang }),
		mailView(database, asked)
	]);
	return report ? { ...report, mail } : error(404);
}

export const actions = mailActions;
