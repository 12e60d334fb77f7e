import type { RequestEvent } from '@sveltejs/kit';
import type { BodyStream } from '#ingest/body.ts';
import { shortBodyKey } from '#model/shortBody.ts';

/** The body of a request with records, wherever the server in front of the application has left it. */
export function bodyOf({ platform, request }: Pick<RequestEvent, 'platform' | 'request'>): BodyStream {
	const sent: unknown = platform && Reflect.get(platform, 'req');
	const short: unknown = typeof sent === 'object' && sent !== null && Reflect.get(sent, shortBodyKey);
	return short instanceof Uint8Array ? short : request.body;
}
