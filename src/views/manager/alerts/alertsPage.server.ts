import { alertKinds, type AlertKind, type AlertTarget } from '#model/alert.ts';
import { deliveriesOf } from '#records/alertDeliveries.server.ts';
import { countFirings, listFirings, type FiringCursor } from '#records/alertFirings.server.ts';
import { lastDeletedRule, listAlertRules } from '#records/alertRules.server.ts';
import { lastRemovedTarget, listAlertTargets } from '#records/alertTargets.server.ts';
import type { Database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { ruleSentence } from '#texts/alertWords.ts';
import { alertsTexts } from '#texts/alerts.ts';
import { formatNumber } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import { datedOf } from '#work/datedQueues.server.ts';
import { shownAddress } from '../../shownAddress.ts';
import { firingCursor } from '../../firingCursor.ts';
import { withQuery } from '../withQuery.ts';
import { fieldsOf, newFields, type AlertFields } from './alertForm.ts';
import { firingView, type FiringView } from './firingView.ts';
import { ruleView, type RuleView } from './ruleView.ts';

export interface TargetView {
	id: string;
	kind: AlertTarget['kind'];
	address: string;
	lang: Lang;
}

export interface AlertsPage {
	slug: string;
	name: string;
	lead: string;
	zone: string;
	done: AlertsDone | null;
	mayWrite: boolean;
	firing: FiringView[];
	rules: RuleView[];
	/** What the form shows; null: first it is asked what is to be watched. */
	form: { kind: AlertKind; editing: string | null; fields: AlertFields } | null;
	targets: TargetView[];
	sources: string[];
	history: FiringView[];
	older: `?${string}` | null;
	latest: `?${string}` | null;
	/** What was taken away last, a rule or an address, while it can come back. */
	lastDeleted: { id: string; what: 'id' | 'target'; sentence: string } | null;
	canMail: boolean;
}

const alertDoings = [
	'saved',
	'removed',
	'undone',
	'silenced',
	'unsilenced',
	'added',
	'targetRemoved'
] as const;
export type AlertsDone = (typeof alertDoings)[number];

export interface AlertsAsked {
	query: URLSearchParams;
	now: number;
	lang: Lang;
	mayWrite: boolean;
	canMail: boolean;
	/** The sources that the reader may know of. */
	sources: string[];
}

const aPage = 30;
const dayMs = 86_400_000;
const mostFiring = 100;

/** A queue's page of alerts, or null where there is no such queue. `query`: `edit` or `new`, `before`, `done`. */
export async function alertsPage(
	database: Database,
	slug: string,
	{ query, now, lang, mayWrite, canMail, sources }: AlertsAsked
): Promise<AlertsPage | null> {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const ids = [stored.id];
	const before = firingCursor(query.get('before'));
	const [rules, targets, firing, history, counts, deleted, removed, dated] = await Promise.all([
		listAlertRules(database, ids),
		listAlertTargets(database, ids),
		listFirings(database, { queueIds: ids, isOpen: true }, { limit: mostFiring }),
		listFirings(database, { queueIds: ids, isOpen: null }, { before, limit: aPage }),
		countFirings(database, ids, now - 30 * dayMs),
		lastDeletedRule(database, stored.id),
		lastRemovedTarget(database, stored.id),
		datedOf(database, stored)
	]);
	const shown = [...firing, ...history].map(({ id }) => id);
	const deliveries = await deliveriesOf(database, ids, shown);
	const { zone, name } = stored.queue;
	const moments = { lang, zone, now };
	const texts = alertsTexts(lang);
	const asView = (one: (typeof firing)[number]) =>
		firingView(
			one,
			{
				slug,
				name: name[lang],
				opening: dated.queue,
				rule: rules.find(({ id }) => id === one.ruleId) ?? null,
				deliveries
			},
			moments
		);
	const lastDeleted = (): AlertsPage['lastDeleted'] => {
		const recent = [deleted, removed].filter((one) => one && now - one.deletedAt < dayMs);
		if (recent.length === 0) return null;
		if (removed && removed.deletedAt >= (deleted?.deletedAt ?? 0))
			return {
				id: removed.target.id,
				what: 'target',
				sentence: texts.targets.deleted(shownAddress(removed.target))
			};
		if (!deleted) return null;
		const sentence = texts.rules.deleted(ruleSentence(deleted.rule.settings, lang));
		return { id: deleted.rule.id, what: 'id', sentence };
	};
	const views = firing.map(asView);
	const editing = rules.find(({ id }) => id === query.get('edit')) ?? null;
	const kind = editing?.settings.kind ?? alertKinds.find((one) => one === query.get('new')) ?? null;
	return {
		slug,
		name: name[lang],
		lead: lead(views, rules.length, lang),
		zone: zoneLabel(zone, lang, now),
		done: alertDoings.find((one) => one === query.get('done')) ?? null,
		mayWrite,
		firing: views,
		rules: rules.map((rule) => ruleView(rule, { targets, fired: counts.get(rule.id) ?? 0 }, moments)),
		form: kind && {
			kind,
			editing: editing?.id ?? null,
			fields: editing
				? fieldsOf(editing.settings)
				: newFields(kind, stored.queue, { sources, targets: targets.map(({ id }) => id) })
		},
		targets: targets.map((target) => ({ ...pick(target), address: shownAddress(target) })),
		sources,
		history: history.map(asView),
		older: history.length === aPage ? olderQuery(query, history.at(-1)) : null,
		latest: before === null ? null : withQuery(query, { before: null, done: null }),
		lastDeleted: mayWrite ? lastDeleted() : null,
		canMail
	};
}

function pick({ id, kind, lang }: AlertTarget) {
	return { id, kind, lang };
}

function lead(firing: readonly FiringView[], rules: number, lang: Lang): string {
	const texts = alertsTexts(lang).lead;
	const [first] = firing;
	if (first) return texts.firing(formatNumber(firing.length, lang), first.reading);
	return rules === 0 ? texts.none : texts.calm(formatNumber(rules, lang));
}

export function olderQuery(query: URLSearchParams, last: FiringCursor | undefined): `?${string}` | null {
	return last ? withQuery(query, { before: `${last.firedAt}.${last.id}`, done: null }) : null;
}
