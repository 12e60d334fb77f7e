import { mayRead, type Person } from '#model/person.ts';
import { deliveriesOf } from '#records/alertDeliveries.server.ts';
import { listFirings } from '#records/alertFirings.server.ts';
import { listAlertRules } from '#records/alertRules.server.ts';
import type { Database } from '#records/database.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { alertsTexts } from '#texts/alerts.ts';
import { formatNumber } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { datedOf } from '#work/datedQueues.server.ts';
import { withQuery } from '../withQuery.ts';
import { firingCursor } from '../../firingCursor.ts';
import { olderQuery } from './alertsPage.server.ts';
import { firingView, type FiringView } from './firingView.ts';

export interface HouseAlerts {
	lead: string;
	firing: FiringView[];
	history: FiringView[];
	/** The reader's queues, with how many rules each has. */
	queues: { slug: string; name: string; rules: string }[];
	older: `?${string}` | null;
	latest: `?${string}` | null;
}

const aPage = 50;
const mostFiring = 200;

/** What fires and what fired in all queues of a reader. */
export async function houseAlerts(
	database: Database,
	{
		query,
		now,
		lang,
		reader
	}: { query: URLSearchParams; now: number; lang: Lang; reader: Pick<Person, 'queues'> | null }
): Promise<HouseAlerts> {
	const queues = (await listQueues(database)).filter(({ queue }) => mayRead(reader, queue.slug));
	const ids = queues.map(({ id }) => id);
	const before = firingCursor(query.get('before'));
	const [rules, firing, history] =
		ids.length === 0
			? [[], [], []]
			: await Promise.all([
					listAlertRules(database, ids),
					listFirings(database, { queueIds: ids, isOpen: true }, { limit: mostFiring }),
					listFirings(database, { queueIds: ids, isOpen: null }, { before, limit: aPage })
				]);
	const deliveries = await deliveriesOf(
		database,
		ids,
		[...firing, ...history].map(({ id }) => id)
	);
	const asView = async (one: (typeof firing)[number]) => {
		const stored = queues.find(({ id }) => id === one.queueId);
		if (!stored) return [];
		const { slug, name, zone } = stored.queue;
		const opening = (await datedOf(database, stored)).queue;
		const rule = rules.find(({ id }) => id === one.ruleId) ?? null;
		const facts = { slug, name: name[lang], opening, rule, deliveries };
		return [firingView(one, facts, { lang, zone, now })];
	};
	const [views, past] = await Promise.all(
		[firing, history].map(async (list) => (await Promise.all(list.map(asView))).flat())
	);
	return {
		lead: lead(views ?? [], rules.length, lang),
		firing: views ?? [],
		history: past ?? [],
		queues: queues.map(({ id, queue }) => ({
			slug: queue.slug,
			name: queue.name[lang],
			rules: formatNumber(rules.filter(({ queueId }) => queueId === id).length, lang)
		})),
		older: history.length === aPage ? olderQuery(query, history.at(-1)) : null,
		latest: before === null ? null : withQuery(query, { before: null })
	};
}

function lead(firing: FiringView[], rules: number, lang: Lang): string {
	const texts = alertsTexts(lang).lead;
	const [first] = firing;
	const colon = lang === 'zh' ? '：' : ': ';
	if (first) return texts.firing(formatNumber(firing.length, lang), first.queue + colon + first.reading);
	return rules === 0 ? texts.houseNone : texts.houseCalm(formatNumber(rules, lang));
}
