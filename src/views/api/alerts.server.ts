import type { RequestEvent } from '@sveltejs/kit';
import { listFirings, silenceFiring } from '#records/alertFirings.server.ts';
import { listQueues, type StoredQueue } from '#records/queues.server.ts';
import type { AlertSettings } from '#model/alert.ts';
import type { AuditNote } from '#model/audit.ts';
import { ruleSentence } from '#texts/alertWords.ts';
import { parseInstant } from '#model/instant.ts';
import { formatInstant } from '#time/zone.ts';
import { alertJson } from '#work/alertJson.ts';
import { product } from '#work/product.server.ts';
import { firingCursor } from '../firingCursor.ts';
import { authorize, type Allowed } from './authorize.server.ts';
import { problem } from './problem.ts';

const aPage = 100;

/** `GET /api/v1/alerts`: what fired in the reader's queues, the latest first; `?queue=`, `?state=`, `?cursor=`. */
export async function getAlerts(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const query = event.url.searchParams;
	const state = query.get('state');
	if (state !== null && state !== 'firing' && state !== 'resolved')
		return problem(400, 'Wrong parameter', 'state must be firing or resolved.', { field: 'state' });
	const cursor = query.get('cursor');
	const before = firingCursor(cursor);
	if (cursor !== null && before === null)
		return problem(400, 'Wrong parameter', 'cursor must be one that an answer gave.', { field: 'cursor' });
	const queues = await queuesAsked(allowed, query.get('queue'));
	if (queues instanceof Response) return queues;
	const { database, settings } = product();
	const filter = {
		queueIds: queues.map(({ id }) => id),
		isOpen: state === null ? null : state === 'firing'
	};
	const found = queues.length === 0 ? [] : await listFirings(database, filter, { before, limit: aPage });
	const last = found.at(-1);
	return Response.json({
		alerts: found.flatMap((firing) => {
			const stored = queues.find(({ id }) => id === firing.queueId);
			if (!stored) return [];
			const { zone } = stored.queue;
			return [{ ...alertJson(firing, stored.queue, settings.origin), ...silenceJson(firing, zone) }];
		}),
		cursor: last && found.length === aPage ? `${last.firedAt}.${last.id}` : null
	});
}

/** `PUT`, `DELETE /api/v1/alerts/{alert}/silence`: silences a firing, or undoes that. */
export async function putAlertSilence(event: RequestEvent): Promise<Response> {
	const until = event.request.method === 'DELETE' ? null : await readUntil(event);
	if (until instanceof Response) return until;
	const allowed = await authorize(event, 'admin');
	if (allowed instanceof Response) return allowed;
	const id = event.params.alert ?? '';
	const { database } = product();
	for (const { id: queueId, queue } of await readerQueues(allowed)) {
		const firing = await silenceFiring(database, queueId, id, { until, by: allowed.who });
		if (!firing) continue;
		event.locals.audit = silenceNote(until, queue.slug, firing.settings);
		return Response.json(silenceJson(firing, queue.zone));
	}
	return problem(404, 'No such alert', 'No alert of this id is firing.');
}

/** The queues that a sender may see or change. */
export async function readerQueues({ queues }: Allowed): Promise<StoredQueue[]> {
	const stored = await listQueues(product().database);
	return queues === null ? stored : stored.filter(({ queue }) => queues.includes(queue.slug));
}

/** Those of them that the request names; all where it names none. */
export async function queuesAsked(allowed: Allowed, named: string | null): Promise<StoredQueue[] | Response> {
	const queues = await readerQueues(allowed);
	if (named === null) return queues;
	const found = queues.filter(({ queue }) => queue.slug === named);
	return found.length > 0
		? found
		: problem(404, 'No such queue', `There is no queue ${named.slice(0, 64)} that you may see.`, {
				field: 'queue'
			});
}

/** Until when a body silences, ms; Infinity: for ever. */
export async function readUntil({ request, locals }: RequestEvent): Promise<number | Response> {
	const body: unknown = await request.json().catch(() => null);
	const until = typeof body === 'object' && body !== null && 'until' in body ? body.until : undefined;
	if (until === null) return Infinity;
	const at = typeof until === 'string' ? parseInstant(until) : null;
	if (at !== null && at > locals.now) return at;
	const message = 'until must be an instant to come, with its offset, or null: for ever.';
	return problem(422, 'Cannot be taken', message, { errors: [{ field: 'until', message }] });
}

/** What the audit log says of a silence. */
export function silenceNote(until: number | null, queue: string, settings: AlertSettings): AuditNote {
	const to = until === null ? null : until === Infinity ? 'for ever' : new Date(until).toISOString();
	return {
		action: until === null ? 'alert silence ended' : 'alert silenced',
		queue,
		subject: ruleSentence(settings, 'en'),
		changes: [{ field: 'until', from: null, to }]
	};
}

interface Silence {
	silencedUntil: number | null;
	silencedBy: string | null;
}

/** `silenced_until` null with `silenced_by` set: for ever. */
export function silenceJson({ silencedUntil, silencedBy }: Silence, zone: string) {
	const isFinite = silencedUntil !== null && Number.isFinite(silencedUntil);
	return {
		silenced_until: isFinite ? formatInstant(zone, silencedUntil) : null,
		silenced_by: silencedBy
	};
}
