import type { RequestEvent } from '@sveltejs/kit';
import type { requestEvents } from '#model/requestEvents.ts';
import { serverRequest } from './serverRequest.ts';

/** Tells the server in front of the application how far a request has come. */
export function tellServer(
	event: Pick<RequestEvent, 'platform'>,
	what: (typeof requestEvents)[keyof typeof requestEvents]
): void {
	serverRequest(event)?.emit(what);
}
