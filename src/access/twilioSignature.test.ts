import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSignedByTwilio } from './twilioSignature.server.ts';

const token = '12345';
const sign = (text: string) => createHmac('sha1', token).update(text).digest('base64');

test('knows the example of Twilio’s own libraries', () => {
	// https://github.com/twilio/twilio-node, spec/validation: the form and the signature of its tests.
	const body = new URLSearchParams({
		CallSid: 'CA1234567890ABCDE',
		Caller: '+14158675309',
		Digits: '1234',
		From: '+14158675309',
		To: '+18005551212'
	}).toString();
	const request = {
		url: new URL('https://mycompany.com/myapp.php?foo=1&bar=2'),
		authorization: null,
		signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
		body
	};
	expect(isSignedByTwilio(request, token)).toBe(true);
	expect(isSignedByTwilio({ ...request, body: `${body}0` }, token)).toBe(false);
	expect(isSignedByTwilio({ ...request, url: new URL('https://mycompany.com/myapp.php?foo=1') }, token)).toBe(
		false
	);
	expect(isSignedByTwilio(request, '54321')).toBe(false);
	expect(isSignedByTwilio({ ...request, signature: null }, token)).toBe(false);
});

test('takes a body that is no form by its hash in the address', () => {
	const body = '[{"specversion":"1.0"}]';
	const hash = createHash('sha256').update(body).digest('hex');
	const url = new URL(`https://calls.example.com/api/v1/calls?format=twilio-taskrouter&bodySHA256=${hash}`);
	const request = { url, authorization: null, signature: sign(url.href), body };
	expect(isSignedByTwilio(request, token)).toBe(true);
	expect(isSignedByTwilio({ ...request, body: `${body} ` }, token)).toBe(false);
});

test('takes an address that is written with a port, or with name and password', () => {
	const url = new URL('https://calls.example.com/api/v1/calls');
	const authorization = `Basic ${Buffer.from('twilio:key').toString('base64')}`;
	for (const address of [
		'https://calls.example.com:443/api/v1/calls',
		'https://twilio:key@calls.example.com/api/v1/calls'
	])
		expect(
			isSignedByTwilio({ url, authorization, signature: sign(`${address}a1b2`), body: 'b=2&a=1' }, token)
		).toBe(true);
	const elsewhere = sign('https://other.example.com/api/v1/callsa1b2');
	expect(isSignedByTwilio({ url, authorization, signature: elsewhere, body: 'b=2&a=1' }, token)).toBe(false);
});
