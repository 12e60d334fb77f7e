import { createHmac, timingSafeEqual } from 'node:crypto';

/** What is signed: the headers and the body of a message. */
export interface SignedMessage {
	id: string;
	/** Seconds since 1970, when it is sent. */
	timestamp: number;
	body: string;
}

/**
 * The headers of a signed message, as Standard Webhooks 1.0 says (standardwebhooks.com), for which receivers find
 * libraries in every language: HMAC-SHA256 over `id.timestamp.body` with the bytes behind `whsec_`, in base64.
 */
export function signedHeaders(secret: string, message: SignedMessage): Record<string, string> {
	return {
		'webhook-id': message.id,
		'webhook-timestamp': String(message.timestamp),
		'webhook-signature': `v1,${signature(secret, message)}`
	};
}

/** Whether a header's signatures, separated by spaces, have one of this message. */
export function isSigned(secret: string, header: string, message: SignedMessage): boolean {
	const expected = Buffer.from(signature(secret, message));
	return header.split(' ').some((one) => {
		const given = Buffer.from(one.replace(/^v1,/, ''));
		return given.length === expected.length && timingSafeEqual(given, expected);
	});
}

function signature(secret: string, { id, timestamp, body }: SignedMessage): string {
	const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
	return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
}
