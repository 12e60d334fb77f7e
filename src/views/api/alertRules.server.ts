import type { RequestEvent } from '@sveltejs/kit';
import { parseAlert } from '#model/parseAlert.ts';
import {
	deleteAlertRule,
	listAlertRules,
	silenceAlertRule,
	type AlertRule
} from '#records/alertRules.server.ts';
import { listAlertTargets } from '#records/alertTargets.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { ruleSentence } from '#texts/alertWords.ts';
import { formatInstant } from '#time/zone.ts';
import { product } from '#work/product.server.ts';
import { saveRule } from '../alertWrites.server.ts';
import { shownAddress } from '../shownAddress.ts';
import { queuesAsked, readerQueues, readUntil, silenceJson, silenceNote } from './alerts.server.ts';
import { authorize, type Allowed } from './authorize.server.ts';
import { problem } from './problem.ts';

/** `GET /api/v1/alerts/rules`: the rules of the reader's queues, with whom they can tell; `?queue=`. */
export async function getAlertRules(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const queues = await queuesAsked(allowed, event.url.searchParams.get('queue'));
	if (queues instanceof Response) return queues;
	const { database } = product();
	const ids = queues.map(({ id }) => id);
	const [rules, targets] =
		ids.length === 0
			? [[], []]
			: await Promise.all([listAlertRules(database, ids), listAlertTargets(database, ids)]);
	const queueOf = (queueId: number) => queues.find(({ id }) => id === queueId);
	return Response.json({
		rules: rules.flatMap((rule) => {
			const stored = queueOf(rule.queueId);
			return stored ? [ruleJson(rule, stored)] : [];
		}),
		targets: targets.map((target) => ({
			id: target.id,
			queue: queueOf(target.queueId)?.queue.slug ?? null,
			kind: target.kind,
			address: shownAddress(target),
			lang: target.lang
		}))
	});
}

/** `POST /api/v1/alerts/rules`: makes a rule of the queue that the body names. */
export async function postAlertRule(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'admin');
	if (allowed instanceof Response) return allowed;
	const body: unknown = await event.request.json().catch(() => null);
	const slug = typeof body === 'object' && body !== null && 'queue' in body ? body.queue : null;
	const stored = (await readerQueues(allowed)).find(({ queue }) => queue.slug === slug);
	if (!stored) return wrong('queue', 'queue must be the slug of a queue that you may change.');
	return write(event, allowed, { stored, body, id: null });
}

/** `PUT /api/v1/alerts/rules/{rule}`: another text of a rule; it goes on from where it was. */
export async function putAlertRule(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'admin');
	if (allowed instanceof Response) return allowed;
	const found = await findRule(event, allowed);
	if (found instanceof Response) return found;
	const body: unknown = await event.request.json().catch(() => null);
	return write(event, allowed, { stored: found.stored, body, id: found.rule.id });
}

/** `DELETE /api/v1/alerts/rules/{rule}`; what it has fired and is not over ends. */
export async function deleteRule(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'admin');
	if (allowed instanceof Response) return allowed;
	const found = await findRule(event, allowed);
	if (found instanceof Response) return found;
	const { rule, stored } = found;
	await deleteAlertRule(product().database, rule.queueId, rule.id, event.locals.now);
	event.locals.audit = {
		action: 'alert rule deleted',
		queue: stored.queue.slug,
		subject: ruleSentence(rule.settings, 'en')
	};
	return new Response(null, { status: 204 });
}

/** `PUT`, `DELETE /api/v1/alerts/rules/{rule}/silence`: silences a rule, or undoes that. */
export async function putRuleSilence(event: RequestEvent): Promise<Response> {
	const until = event.request.method === 'DELETE' ? null : await readUntil(event);
	if (until instanceof Response) return until;
	const allowed = await authorize(event, 'admin');
	if (allowed instanceof Response) return allowed;
	const found = await findRule(event, allowed);
	if (found instanceof Response) return found;
	const { rule, stored } = found;
	const silence = { until, by: allowed.who };
	const changed = await silenceAlertRule(product().database, rule.queueId, rule.id, silence);
	if (!changed) return noRule();
	event.locals.audit = silenceNote(until, stored.queue.slug, rule.settings);
	return Response.json(silenceJson(changed, stored.queue.zone));
}

async function write(
	{ locals }: RequestEvent,
	{ who }: Allowed,
	{ stored, body, id }: { stored: StoredQueue; body: unknown; id: string | null }
): Promise<Response> {
	const settings = parseAlert(body);
	if ('field' in settings) return wrong(settings.field, `${settings.field} is missing or wrong.`);
	const saved = await saveRule(product().database, stored, { id, settings }, { by: who, now: locals.now });
	if ('problem' in saved) {
		if (saved.problem === 'gone') return noRule();
		return saved.problem === 'targets'
			? wrong('targets', 'targets must be ids of addresses of this queue.')
			: wrong('queue', 'A queue has at most 50 rules.');
	}
	locals.audit = {
		action: id === null ? 'alert rule made' : 'alert rule changed',
		queue: stored.queue.slug,
		subject: ruleSentence(settings, 'en')
	};
	return Response.json(ruleJson(saved.rule, stored), { status: id === null ? 201 : 200 });
}

async function findRule(
	{ params }: RequestEvent,
	allowed: Allowed
): Promise<{ rule: AlertRule; stored: StoredQueue } | Response> {
	const queues = await readerQueues(allowed);
	const ids = queues.map(({ id }) => id);
	const rules = ids.length === 0 ? [] : await listAlertRules(product().database, ids);
	const rule = rules.find(({ id }) => id === params.rule);
	const stored = queues.find(({ id }) => id === rule?.queueId);
	return rule && stored ? { rule, stored } : noRule();
}

function ruleJson(rule: AlertRule, { queue }: StoredQueue) {
	const { slug, zone } = queue;
	return {
		id: rule.id,
		queue: slug,
		...rule.settings,
		sentence: { en: ruleSentence(rule.settings, 'en'), zh: ruleSentence(rule.settings, 'zh') },
		phase: rule.phase,
		since: formatInstant(zone, rule.sinceAt),
		...silenceJson(rule, zone)
	};
}

function noRule(): Response {
	return problem(404, 'No such rule', 'There is no rule of this id that you may change.');
}

function wrong(field: string, message: string): Response {
	return problem(422, 'Cannot be taken', message, { errors: [{ field, message }] });
}
