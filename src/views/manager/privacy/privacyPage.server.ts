import { fail, type RequestEvent } from '@sveltejs/kit';
import { eraseCaller } from '#ingest/eraseCaller.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { formatNumber } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { privacyTexts } from '#texts/privacy.ts';
import { product } from '#work/product.server.ts';

/** How long calls are kept, and what of callers. */
export async function privacyPage(lang: Lang) {
	const { database, settings } = product();
	const texts = privacyTexts(lang);
	const { retentionDays, callerKeyYearly } = settings;
	const queues = await listQueues(database);
	return {
		finding: texts.finding(retentionDays === null ? null : formatNumber(retentionDays, lang)),
		key: callerKeyYearly ? texts.yearly : texts.lasting,
		shorter: queues.flatMap(({ queue }) =>
			queue.retention_days === null
				? []
				: [{ slug: queue.slug, name: queue.name[lang], days: formatNumber(queue.retention_days, lang) }]
		)
	};
}

export type PrivacyPage = Awaited<ReturnType<typeof privacyPage>>;

/** For administrators of all queues (access/rules.ts). */
export const privacyActions = {
	async erase({ request, locals }: RequestEvent) {
		const form = await request.formData();
		const number = String(form.get('number_to_erase') ?? '').trim();
		if (!/\d{3}/.test(number) || number.length > 200) return fail(400, { problem: 'number' as const });
		if (form.get('sure') === null) return fail(400, { problem: 'sure' as const });
		const calls = await eraseCaller(product().database, number);
		locals.audit = {
			action: 'caller erased',
			changes: [{ field: 'calls', from: null, to: String(calls) }]
		};
		return { calls: formatNumber(calls, locals.lang), isNone: calls === 0 };
	}
};
