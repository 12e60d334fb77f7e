import type { RequestEvent } from '@sveltejs/kit';
import { BodyProblem } from '#ingest/bodyProblem.ts';
import { readBodyQuery } from '#ingest/bodyQuery.ts';
import { requestEvents } from '#model/requestEvents.ts';
import { product } from '#work/product.server.ts';
import { tellServer } from '../tellServer.ts';
import { authorize } from './authorize.server.ts';
import { binaryEvent } from './binaryEvent.ts';
import { bodyProblem } from './bodyProblem.ts';
import { problem } from './problem.ts';
import { twilioBody } from './twilioBody.server.ts';

/** `POST /api/v1/calls`: takes call records in and says what became of each. */
export async function postCalls(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'ingest');
	if (allowed instanceof Response) return allowed;
	const { headers } = event.request;
	const contentType = headers.get('content-type');
	const query = event.url.searchParams;
	const dryRun = query.get('dry_run');
	if (dryRun !== null && dryRun !== 'true' && dryRun !== 'false')
		return problem(400, 'Wrong parameter', 'dry_run must be true or false.', { field: 'dry_run' });
	const said = readBodyQuery(query, contentType);
	if ('problem' in said)
		return problem(400, 'Wrong parameter', said.problem.message, { field: said.problem.field });
	try {
		const stream = await twilioBody(event);
		if (stream instanceof Response) return stream;
		const envelope = binaryEvent(headers);
		const answer = await product().ingest.accept({
			...said,
			stream,
			contentType,
			contentEncoding: headers.get('content-encoding'),
			format: said.format ?? envelope?.format ?? null,
			...(envelope && { wrap: envelope.wrap }),
			dryRun: dryRun === 'true',
			allowedQueues: allowed.queues,
			now: event.locals.now,
			whenRead: () => tellServer(event, requestEvents.read)
		});
		const nothingTaken = answer.received > 0 && answer.rejected === answer.received;
		return Response.json(answer, { status: nothingTaken ? 422 : 200 });
	} catch (error) {
		if (error instanceof BodyProblem) return bodyProblem(error);
		throw error;
	}
}
