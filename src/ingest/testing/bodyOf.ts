import type { Body } from '../acceptCalls.server.ts';

/** A body as it comes where a sender says nothing beside it but what a test says. */
export function bodyOf(
	sent: string | ReadableStream<Uint8Array>,
	said: Partial<Body> & Pick<Body, 'now'>
): Body {
	return {
		stream: typeof sent === 'string' ? new Blob([sent]).stream() : sent,
		contentType: null,
		contentEncoding: null,
		format: null,
		queue: null,
		source: null,
		zone: null,
		fields: null,
		dryRun: false,
		allowedQueues: null,
		...said
	};
}
