import { expect, test } from 'vitest';
import { isForeignWrite } from './origin.ts';

test.each([
	['POST', { origin: 'https://calls.example.com' }, false],
	['POST', { origin: 'https://evil.example.com' }, true],
	['POST', { origin: 'https://calls.example.com.evil.org' }, true],
	['POST', { origin: 'null' }, true],
	['POST', { 'sec-fetch-site': 'cross-site' }, true],
	['POST', { 'sec-fetch-site': 'same-site' }, true],
	['POST', { 'sec-fetch-site': 'same-origin' }, false],
	['DELETE', { origin: 'https://evil.example.com' }, true],
	['POST', {}, false],
	['POST', { origin: 'https://evil.example.com', authorization: 'Bearer x' }, false],
	['GET', { origin: 'https://evil.example.com' }, false]
])('%s with %j is foreign: %s', (method, headers: Record<string, string>, foreign) => {
	const request = new Request('https://calls.example.com/sign-out', { method, headers });
	expect(isForeignWrite(request, 'calls.example.com')).toBe(foreign);
});
