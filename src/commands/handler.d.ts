/** The built application (build/handler.js, package.json `imports`): adapter-node's middleware. */
declare module '#handler' {
	import type { IncomingMessage, ServerResponse } from 'node:http';

	export function handler(request: IncomingMessage, response: ServerResponse, next: () => void): unknown;
}
