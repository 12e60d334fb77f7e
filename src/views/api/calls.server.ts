import type { RequestEvent } from '@sveltejs/kit';
import { BodyProblem } from '#ingest/bodyProblem.ts';
import { isZone } from '#time/zone.ts';
import { product } from '#work/product.server.ts';
import { authorize } from './authorize.server.ts';
import { bodyProblem } from './bodyProblem.ts';
import { problem } from './problem.ts';
import { twilioBody } from './twilioBody.server.ts';

/** `POST /api/v1/calls`: takes call records in and says what became of each. */
export async function postCalls(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'ingest');
	if (allowed instanceof Response) return allowed;
	const { headers } = event.request;
	const query = event.url.searchParams;
	const dryRun = query.get('dry_run');
	if (dryRun !== null && dryRun !== 'true' && dryRun !== 'false')
		return problem(400, 'Wrong parameter', 'dry_run must be true or false.', { field: 'dry_run' });
	const zone = query.get('zone');
	if (zone !== null && !isZone(zone))
		return problem(400, 'Wrong parameter', 'zone must be an IANA time zone, such as Asia/Shanghai.', {
			field: 'zone'
		});
	try {
		const stream = await twilioBody(event);
		if (stream instanceof Response) return stream;
		const answer = await product().ingest.accept({
			stream,
			contentType: headers.get('content-type'),
			contentEncoding: headers.get('content-encoding'),
			format: query.get('format'),
			queue: query.get('queue'),
			source: query.get('source'),
			zone,
			fields: query.get('fields')?.split(',') ?? null,
			dryRun: dryRun === 'true',
			allowedQueues: allowed.queues,
			now: event.locals.now
		});
		const nothingTaken = answer.received > 0 && answer.rejected === answer.received;
		return Response.json(answer, { status: nothingTaken ? 422 : 200 });
	} catch (error) {
		if (error instanceof BodyProblem) return bodyProblem(error);
		throw error;
	}
}
