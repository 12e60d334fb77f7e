import { listAudit, type AuditEntry } from '#access/audit.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { auditTexts } from '#texts/audit.ts';
import { formatNumber } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { product } from '#work/product.server.ts';
import { when } from '../people/when.ts';
import { auditAddress, auditFilter, auditQuery } from './auditFilter.ts';

const aPage = 100;

/** A page of the log of who changed what, the latest first. */
export async function auditPage(query: URLSearchParams, lang: Lang) {
	const { database, settings } = product();
	const { zone } = settings;
	const texts = auditTexts(lang);
	const address = auditAddress(query);
	const [found, queues] = await Promise.all([
		listAudit(database, auditFilter(address, zone), aPage + 1),
		listQueues(database)
	]);
	const entries = found.slice(0, aPage);
	const first = entries[0];
	const finding = () => {
		if (!first) return texts.none;
		const last = when(first.at, lang, zone);
		return entries.length === 1 ? texts.one(last) : texts.finding(formatNumber(entries.length, lang), last);
	};
	const last = entries.at(-1);
	return {
		finding: finding(),
		address,
		isAll: auditQuery(address) === '?',
		download: auditQuery({ ...address, before: null }),
		older: found.length > aPage && last ? auditQuery({ ...address, before: last.id }) : null,
		queues: queues.map(({ queue }) => ({ slug: queue.slug, name: queue.name[lang] })),
		entries: entries.map((entry) => row(entry, lang, zone))
	};
}

export type AuditPage = Awaited<ReturnType<typeof auditPage>>;

function row(
	{ id, at, who, by, address, action, queue, subject, changes }: AuditEntry,
	lang: Lang,
	zone: string
) {
	const texts = auditTexts(lang);
	const said = (value: string | null) => (value === null ? texts.nothing : value);
	return {
		id,
		when: when(at, lang, zone),
		who,
		by: texts.by[by],
		address,
		action: texts.actions[action] ?? action,
		about: [queue, subject].filter((one) => one !== null).join(' · '),
		changes: changes.map(({ field, from, to }) => ({
			field,
			text: from === null ? said(to) : texts.fromTo(from, said(to))
		}))
	};
}
