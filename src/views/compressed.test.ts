import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from './compressed.server.ts';

const text = '<td>0</td>'.repeat(1000);
const queuePage = '/(manager)/dashboard/[queue]/waits';

function ask(accept: string, { id = queuePage, method = 'GET', type = 'text/html', body = text } = {}) {
	const request = new Request('http://localhost/', { method, headers: { 'accept-encoding': accept } });
	const response = new Response(body, { headers: { 'content-type': type, 'x-kept': 'yes' } });
	return compressed(response, { request, route: { id } });
}

test.each(['gzip', 'gzip, deflate, br', 'br;q=1, gzip;q=0.5'])(
	'for %s a queue’s page is compressed',
	async (accept) => {
		const response = await ask(accept);
		const body = new Uint8Array(await response.arrayBuffer());
		expect(Object.fromEntries(response.headers)).toMatchObject({
			'content-encoding': 'gzip',
			'content-length': String(body.byteLength),
			vary: 'accept-encoding',
			'x-kept': 'yes'
		});
		expect(body.byteLength).toBeLessThan(text.length / 10);
		expect(gunzipSync(body).toString()).toBe(text);
	}
);

test.each([
	['', {}],
	['br', {}],
	['gzip;q=0', {}],
	['gzip', { id: '/(manager)/keys' }],
	['gzip', { id: '/(manager)/dashboard' }],
	['gzip', { type: 'text/event-stream' }],
	['gzip', { method: 'POST' }],
	['gzip', { body: 'short' }]
])('for %j and %j it goes as it is', async (accept, options) => {
	const response = await ask(accept, options);
	expect(response.headers.get('content-encoding')).toBeNull();
	expect(await response.text()).toBe('body' in options ? options.body : text);
});
