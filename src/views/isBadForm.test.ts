import { expect, test } from 'vitest';
import { isBadForm } from './isBadForm.ts';

const errorOf = (type: string, body: string): Promise<unknown> =>
	new Request('http://localhost', { method: 'POST', body, headers: { 'content-type': type } })
		.formData()
		.then(
			() => null,
			(error: unknown) => error
		);

test.each([
	['text/plain', 'a=1', true],
	['multipart/form-data; boundary=x', '--x\r\nnothing', true],
	['multipart/form-data', 'nothing', true],
	['application/x-www-form-urlencoded', 'a=%ff&&&', false]
])('%s %j: %s', async (type, body, bad) => {
	expect(isBadForm(await errorOf(type, body))).toBe(bad);
});

test('errors of our own are none', () => expect(isBadForm(new TypeError('x is undefined'))).toBe(false));
