import type { RequestEvent } from '@sveltejs/kit';
import { defaultQueue } from '#model/defaultQueue.ts';
import { parseQueue } from '#model/parseQueue.ts';
import { reservedSlug, slugPattern } from '#model/slug.ts';
import { findQueue, listQueues } from '#records/queues.server.ts';
import { undecodable } from '#sources/source.ts';
import { changeQueue } from '#rollups/changeQueue.server.ts';
import { isZone } from '#time/zone.ts';
import { serviceHoursProblem } from '#time/serviceHoursProblem.ts';
import { product } from '#work/product.server.ts';
import { queueChanges } from '../manager/settings/queueChanges.ts';
import { authorize } from './authorize.server.ts';
import { problem } from './problem.ts';
import { queuesOf } from './queuesOf.server.ts';

const mostBytes = 256 * 1024;

/** `GET /api/v1/queues`: every queue that the key is for. */
export async function getQueues(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const queues = (await listQueues(product().database)).map(({ queue }) => queue);
	return Response.json({
		queues: queues.filter(({ slug }) => allowed.queues === null || allowed.queues.includes(slug))
	});
}

/** `GET /api/v1/queues/{queue}`. */
export async function getQueue(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const queues = await queuesOf(event.params.queue ?? '', allowed);
	return queues instanceof Response ? queues : Response.json(queues[0].queue);
}

/** `PUT /api/v1/queues/{queue}`: changes a queue's settings, or makes the queue. */
export async function putQueue(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'admin');
	if (allowed instanceof Response) return allowed;
	const slug = event.params.queue ?? '';
	if (!slugPattern.test(slug) || slug === reservedSlug)
		return problem(400, 'Wrong slug', 'The slug must be 1 to 64 of a-z, 0-9 and -, and not "all".', {
			field: 'slug'
		});
	const body = await readJson(event.request);
	if (body instanceof Response) return body;
	const { database, settings } = product();
	const known = (await findQueue(database, slug))?.queue ?? defaultQueue(slug, settings);
	const parsed = parseQueue(body.value, known, isZone);
	if ('problems' in parsed) return invalid(parsed.problems);
	const hoursProblem = serviceHoursProblem(parsed.queue.hours);
	if (hoursProblem) return invalid([{ ...hoursProblem, field: `hours.${hoursProblem.field}` }]);
	const changed = (await changeQueue(database, parsed.queue)).queue;
	event.locals.audit = { changes: queueChanges(known, changed) };
	return Response.json(changed);
}

function invalid(problems: { field: string; message: string }[]): Response {
	const detail = problems.map(({ field, message }) => `${field || 'the queue'}: ${message}`).join('; ');
	return problem(422, 'Settings cannot be taken', detail, { errors: problems });
}

async function readJson(request: Request): Promise<{ value: unknown } | Response> {
	const text = await request.text();
	if (text.includes(undecodable))
		return problem(400, 'Body cannot be read', 'The body is not text in UTF-8.');
	if (text.length > mostBytes) return problem(413, 'Body too large', `At most ${mostBytes} characters.`);
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return problem(400, 'Body cannot be read', `The body is not JSON: ${reason}.`);
	}
}
