import type { RequestEvent } from '@sveltejs/kit';
import type { BodyStream } from '#ingest/body.ts';
import { shortBodyKey } from '#model/shortBodyKey.ts';
import { serverRequest } from '../serverRequest.ts';

/** The body of a request with records, wherever the server in front of the application has left it. */
export function bodyOf(event: Pick<RequestEvent, 'platform' | 'request'>): BodyStream {
	const sent = serverRequest(event);
	const short: unknown = sent && Reflect.get(sent, shortBodyKey);
	return short instanceof Uint8Array ? short : event.request.body;
}
