import type { IncomingMessage } from 'node:http';
import { shortBodyKey } from '#model/shortBodyKey.ts';

/** A few dozen records. */
const mostBytes = 16 * 1024;

/**
 * Takes out of a request with records a short body that came together with its head, and leaves it beside it: the
 * framework makes a stream of every body, which costs a tenth of all that is done for a record that comes alone. What has
 * not come whole is left in, to be read as it comes. Resolves when it has been seen which of the two it is.
 */
export function takeShortBody(request: IncomingMessage): Promise<void> | void {
	const { method, url = '', headers } = request;
	const length = Number(headers['content-length']);
	if (method !== 'POST' || !/^\/api\/v1\/calls(\?|$)/.test(url) || !(length > 0 && length <= mostBytes))
		return;
	// By then the parser has handed over what came with the head.
	return new Promise((resolve) =>
		process.nextTick(() => {
			if (request.readableLength === length) {
				Reflect.set(request, shortBodyKey, request.read(length));
				headers['content-length'] = '0';
			}
			resolve();
		})
	);
}
