import { expect, test } from '@playwright/test';
import { Client } from './client.ts';
import { makeKey } from './command.ts';
import { admin, apiKey, startProduct, type Product } from './product.ts';

let product: Product;
let client: Client;
test.beforeAll(async () => {
	product = await startProduct({
		env: { OFFPEAK_LOG: 'json', OFFPEAK_PROXIES: '1', OFFPEAK_ADDRESS_RATE: '40', OFFPEAK_KEY_RATE: '5000' }
	});
	client = new Client(product);
});
test.afterAll(() => product.stop());

const call = (id: string) => ({
	id,
	queue: 'ops',
	enqueued_at: new Date(Date.now() - 60_000).toISOString(),
	caller: '+8613800138000'
});

test('tells that it runs, that it can serve, and what it does', async () => {
	expect(await (await fetch(`${product.url}/healthz`)).text()).toBe('ok\n');
	expect(await (await fetch(`${product.url}/readyz`)).text()).toBe('ready\n');
	await client.send([call('a'), call('b'), { id: 'c', queue: 'ops' }]);
	const response = await fetch(`${product.url}/metrics`, { headers: { authorization: `Bearer ${apiKey}` } });
	expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
	const text = await response.text();
	for (const line of [
		'offpeak_records_total{result="created"} 2',
		'offpeak_records_total{result="rejected"} 1',
		'offpeak_rejects_total{code="required"} 1',
		'offpeak_record_lag_seconds_count 1',
		'offpeak_batch_seconds_count 1',
		'offpeak_open_streams 0',
		'offpeak_http_request_seconds_count{method="POST",route="/api/v1/calls",status="200"} 1'
	])
		expect(text).toContain(line);
	expect(text).toMatch(/offpeak_pool_connections\{state="active"\} 1/);
	expect(text).toMatch(/offpeak_disk_free_bytes [1-9]/);
	expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds [\d.]+/);
});

test('measures need a key that reads all queues', async () => {
	const status = async (key: string) =>
		(await fetch(`${product.url}/metrics`, { headers: { authorization: `Bearer ${key}` } })).status;
	expect(await status('offpeak_no_such_key_at_all')).toBe(401);
	expect(await status((await makeKey(product, ['ingest'])).key)).toBe(403);
	expect(await status((await makeKey(product, ['read'], ['ops'])).key)).toBe(403);
	expect(await status((await makeKey(product, ['read'])).key)).toBe(200);
});

test('every line of the log is an object; requests have ids, and no secret or caller is in it', async () => {
	const response = await fetch(`${product.url}/api/v1/queues?secret=hunter22`, {
		headers: { authorization: `Bearer ${apiKey}`, 'x-request-id': 'from-a-proxy-1' }
	});
	expect(response.headers.get('x-request-id')).toBe('from-a-proxy-1');
	const made = (
		await fetch(`${product.url}/healthz`, { headers: { 'x-request-id': 'bad id\u00e9' } })
	).headers.get('x-request-id');
	expect(made).toMatch(/^[0-9a-f-]{36}$/);
	await client.send({ ...call('d'), ended_at: 'no' });
	const lines = () =>
		product
			.output()
			.trim()
			.split('\n')
			.filter((line) => line.startsWith('{'))
			.map((line) => JSON.parse(line));
	await expect
		.poll(() => lines().filter(({ request_id }) => request_id === 'from-a-proxy-1'))
		.toEqual([
			expect.objectContaining({
				level: 'info',
				msg: 'request',
				method: 'GET',
				path: '/api/v1/queues',
				status: 200
			})
		]);
	await fetch(`${product.url}/api/v1/queues`, {
		headers: {
			authorization: 'Bearer offpeak_of_nobody',
			'x-request-id': 'refused-1',
			'x-forwarded-for': '203.0.113.7'
		}
	});
	// From where is told of who was refused, and of nobody else.
	const addressOf = (id: string) => lines().find(({ request_id }) => request_id === id)?.address;
	await expect.poll(() => addressOf('refused-1')).toBe('203.0.113.7');
	expect(addressOf('from-a-proxy-1')).toBeUndefined();
	for (const secret of [apiKey, 'hunter22', '13800138000', 'an administrator of tests'])
		expect(product.output()).not.toContain(secret);
});

test('says how many requests are left, by key and by address, and refuses more', async () => {
	const { headers } = await client.fetch('/queues');
	expect(headers.get('ratelimit-policy')).toBe('"key";q=5000;w=60');
	expect(headers.get('ratelimit')).toMatch(/^"key";r=\d+;t=\d+$/);
	// The proxy adds the last one; what the client wrote before it does not make it another.
	const ask = (forwarded: string, init: RequestInit = {}) =>
		fetch(`${product.url}/api/v1/limits`, {
			...init,
			headers: { ...init.headers, 'x-forwarded-for': forwarded }
		});
	const statuses: number[] = [];
	for (let i = 0; i < 45; i++) statuses.push((await ask(`203.0.113.${i}, 198.51.100.7`)).status);
	expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(40);
	expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(2);
	const refused = await ask('198.51.100.7');
	if (refused.status === 429) {
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(refused.headers.get('content-type')).toBe('application/problem+json');
	}
	expect((await ask('198.51.100.8')).headers.get('ratelimit')).toMatch(/^"address";r=39;t=2$/);
});

test('guessing keys is limited by address', async () => {
	const guess = (i: number) =>
		fetch(`${product.url}/api/v1/queues`, {
			headers: { authorization: `Bearer offpeak_guess_${i}`, 'x-forwarded-for': '198.51.100.9' }
		});
	const statuses: number[] = [];
	for (let i = 0; i < 60; i++) statuses.push((await guess(i)).status);
	expect(statuses.slice(0, 30).every((status) => status === 401)).toBe(true);
	expect(statuses).toContain(429);
});

test('a disk that is low takes nothing in and goes on being read', async () => {
	const low = await startProduct({ env: { OFFPEAK_MIN_FREE_MB: '999999999' } });
	try {
		const other = new Client(low);
		const response = await other.fetch('/calls', {
			method: 'POST',
			body: JSON.stringify(call('e')),
			headers: { 'content-type': 'application/json' }
		});
		expect(response.status).toBe(507);
		expect(await response.json()).toMatchObject({ status: 507, title: 'Disk low' });
		expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
		expect((await other.fetch('/queues')).status).toBe(200);
		expect((await fetch(`${low.url}/readyz`)).status).toBe(200);
		expect((await other.send(call('e'), { query: 'dry_run=true' })).status).toBe(200);
	} finally {
		await low.stop();
	}
});

test('behind TLS browsers keep to it, and the session goes over nothing else', async () => {
	const origin = 'https://calls.example.com';
	const secure = await startProduct({ env: { ORIGIN: origin } });
	try {
		const response = await fetch(`${secure.url}/sign-in`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams(admin)
		});
		expect(response.status).toBe(303);
		expect(response.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
		const session = response.headers
			.getSetCookie()
			.find((cookie) => cookie.startsWith('__Host-offpeak_session='));
		expect(session).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax/);
		const favicon = await fetch(`${secure.url}/favicon.svg`);
		expect(favicon.headers.get('strict-transport-security')).toContain('max-age');
		expect(favicon.headers.get('x-content-type-options')).toBe('nosniff');
	} finally {
		await secure.stop();
	}
});
