import { expect, test } from 'vitest';
import { isSigned, signedHeaders } from './webhookSignature.ts';

// The example of the specification's own libraries.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

test('signs as Standard Webhooks says', () => {
	expect(signedHeaders(secret, message)).toEqual({
		'webhook-id': message.id,
		'webhook-timestamp': '1614265330',
		'webhook-signature': signature
	});
});

test.each([
	[signature, message, true],
	[`v1,AAAA ${signature}`, message, true],
	[signature, { ...message, body: '{"test": 2432232315}' }, false],
	[signature, { ...message, timestamp: message.timestamp + 1 }, false],
	[signature, { ...message, id: 'another' }, false],
	['', message, false]
])('knows its own: %#', (header, of, holds) => {
	expect(isSigned(secret, header, of)).toBe(holds);
});
