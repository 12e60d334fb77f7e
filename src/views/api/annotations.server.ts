import type { RequestEvent } from '@sveltejs/kit';
import { annotationLimits, type Annotation } from '#model/annotation.ts';
import { parseInstant } from '#model/instant.ts';
import { readAnnotations, writeAnnotation } from '#records/annotations.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { readEnd } from '#time/parseRange.ts';
import { formatInstant } from '#time/zone.ts';
import { product } from '#work/product.server.ts';
import { authorize } from './authorize.server.ts';
import { problem } from './problem.ts';
import { queuesOf } from './queuesOf.server.ts';

/** `GET /api/v1/queues/{queue}/annotations`: what managers have marked, of all queues too, in the order of time. */
export async function getAnnotations(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const queues = await queuesOf(event.params.queue ?? '', allowed);
	if (queues instanceof Response) return queues;
	const { zone } = queues[0].queue;
	const ends = { fromAt: -Infinity, toAt: Infinity };
	for (const [name, end] of [
		['from', 'fromAt'],
		['to', 'toAt']
	] as const) {
		const text = event.url.searchParams.get(name);
		const at = text ? readEnd(zone, text) : ends[end];
		if (at === null)
			return problem(400, 'Wrong parameter', `${name} must be a date, or an instant with its offset.`, {
				field: name
			});
		ends[end] = at;
	}
	const { database } = product();
	const found = new Map<string, Annotation>();
	for (const { id } of queues)
		for (const one of await readAnnotations(database, id, ends)) found.set(one.id, one);
	const annotations = [...found.values()].sort((a, b) => a.fromAt - b.fromAt);
	return Response.json({
		queue: event.params.queue,
		zone,
		annotations: annotations.map((one) => annotationJson(one, queues))
	});
}

/** `POST /api/v1/queues/{queue}/annotations`: marks a stretch of time, of one queue or of `all`. */
export async function postAnnotation(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'admin');
	if (allowed instanceof Response) return allowed;
	const named = event.params.queue ?? '';
	if (named.includes(',')) return wrong('queue', 'Name one queue, or all.');
	const ofAll = named === 'all';
	if (ofAll && allowed.queues !== null) return problem(403, 'Not allowed', 'The key is not for all queues.');
	const queues = await queuesOf(named, allowed);
	if (queues instanceof Response) return queues;
	const draft = readDraft(await event.request.json().catch(() => null));
	if ('problem' in draft) return draft.problem;
	const { database } = product();
	const writer = { by: event.locals.person?.email ?? 'API', now: event.locals.now };
	const of = { ...draft, queueId: ofAll ? null : queues[0].id };
	const made = await writeAnnotation(database, null, of, writer);
	if (!made) throw new Error('the annotation was not stored');
	return Response.json(annotationJson(made, queues), { status: 201 });
}

type Draft = Pick<Annotation, 'fromAt' | 'toAt' | 'text' | 'leaveOut'>;

function readDraft(body: unknown): Draft | { problem: Response } {
	if (typeof body !== 'object' || body === null)
		return { problem: problem(400, 'Body cannot be read', 'The body must be a JSON object.') };
	const { start, end, text, leave_out: leaveOut = false }: Record<string, unknown> = { ...body };
	const [fromAt, toAt] = [instant(start), instant(end)];
	const refuse = (field: string, message: string) => ({ problem: wrong(field, message) });
	if (fromAt === null) return refuse('start', 'start must be an instant with its offset.');
	if (toAt === null || toAt <= fromAt)
		return refuse('end', 'end must be an instant with its offset, after start.');
	if (toAt - fromAt > annotationLimits.longestMs) return refuse('end', 'At most 366 days can be marked.');
	const said = typeof text === 'string' ? text.trim() : '';
	if (said === '' || said.length > annotationLimits.textLength)
		return refuse('text', `text must have 1 to ${annotationLimits.textLength} characters.`);
	if (typeof leaveOut !== 'boolean') return refuse('leave_out', 'leave_out must be true or false.');
	return { fromAt, toAt, text: said, leaveOut };
}

function instant(value: unknown): number | null {
	return typeof value === 'string' ? parseInstant(value) : null;
}

function annotationJson(
	{ id, queueId, fromAt, toAt, text, leaveOut }: Annotation,
	[first, ...others]: [StoredQueue, ...StoredQueue[]]
) {
	const own = [first, ...others].find((queue) => queue.id === queueId)?.queue;
	const { zone } = own ?? first.queue;
	return {
		id,
		queue: own?.slug ?? null,
		start: formatInstant(zone, fromAt),
		end: formatInstant(zone, toAt),
		text,
		leave_out: leaveOut
	};
}

function wrong(field: string, message: string): Response {
	return problem(422, 'Cannot be taken', message, { errors: [{ field, message }] });
}
