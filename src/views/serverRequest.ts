import { IncomingMessage } from 'node:http';
import type { RequestEvent } from '@sveltejs/kit';

/** The request as the server in front of the application has it; in development there is none. */
export function serverRequest({ platform }: Pick<RequestEvent, 'platform'>): IncomingMessage | null {
	const request: unknown = platform && Reflect.get(platform, 'req');
	return request instanceof IncomingMessage ? request : null;
}
