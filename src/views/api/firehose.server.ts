import type { RequestEvent } from '@sveltejs/kit';
import { BodyProblem } from '#ingest/bodyProblem.ts';
import { requestEvents } from '#model/requestEvents.ts';
import { firehose } from '#sources/firehose.ts';
import { product } from '#work/product.server.ts';
import { tellServer } from '../tellServer.ts';
import { authorize } from './authorize.server.ts';
import { bodyProblem } from './bodyProblem.ts';

/**
 * `POST /api/v1/firehose`: what Amazon Data Firehose delivers. It repeats a delivery until it is told 200 with the id
 * of the request; records that are refused are kept as everywhere, and no reason to send the others again.
 */
export async function postFirehose(event: RequestEvent): Promise<Response> {
	const { headers, body } = event.request;
	const allowed = await authorize(event, 'ingest');
	if (allowed instanceof Response) return allowed;
	const query = event.url.searchParams;
	try {
		await product().ingest.accept({
			stream: body,
			contentType: null,
			contentEncoding: headers.get('content-encoding'),
			format: query.get('format') ?? 'amazon-connect',
			wrap: firehose,
			queue: query.get('queue'),
			source: query.get('source'),
			zone: null,
			fields: null,
			dryRun: false,
			allowedQueues: allowed.queues,
			now: event.locals.now,
			whenRead: () => tellServer(event, requestEvents.read)
		});
		const requestId = headers.get('x-amz-firehose-request-id') ?? '';
		return Response.json({ requestId, timestamp: event.locals.now });
	} catch (error) {
		if (error instanceof BodyProblem) return bodyProblem(error);
		throw error;
	}
}
