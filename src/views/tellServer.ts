import { IncomingMessage } from 'node:http';
import type { RequestEvent } from '@sveltejs/kit';
import type { requestEvents } from '#model/requestEvents.ts';

/** Tells the server in front of the application how far a request has come; in development there is none. */
export function tellServer(
	{ platform }: Pick<RequestEvent, 'platform'>,
	what: (typeof requestEvents)[keyof typeof requestEvents]
): void {
	const request: unknown = platform && Reflect.get(platform, 'req');
	if (request instanceof IncomingMessage) request.emit(what);
}
