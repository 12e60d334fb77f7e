import { expect, test } from '@playwright/test';
import { Client } from './client.ts';
import { makeKey, runBeside } from './command.ts';
import { startProduct, type Product } from './product.ts';

test.describe.configure({ mode: 'serial' });

const call = (id: string, queue: string) => ({
	id,
	queue,
	enqueued_at: '2026-03-02T09:15:00+08:00',
	ended_at: '2026-03-02T09:16:00+08:00'
});
const day = 'from=2026-03-02&to=2026-03-03&grain=day';

let product: Product;
let all: Client;
let sender: Client;
let reader: Client;
let revoked: { key: string; id: string };
test.beforeAll(async () => {
	product = await startProduct();
	all = new Client(product);
	await all.send([call('a-1', 'a'), call('b-1', 'b')]);
	sender = new Client(product, (await makeKey(product, ['ingest'], ['a'])).key);
	reader = new Client(product, (await makeKey(product, ['read'], ['a'])).key);
	revoked = await makeKey(product, ['ingest', 'read', 'admin']);
});
test.afterAll(() => product.stop());

async function expectProblem(response: Response, status: number, detail: RegExp): Promise<void> {
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(detail) });
	expect(response.status).toBe(status);
	if (status === 401) expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
}

const paths = [
	'/calls',
	'/queues',
	'/queues/a',
	'/queues/a/load',
	'/queues/a/load.csv',
	'/queues/a/peaks',
	'/rejects'
];

for (const [what, authorization] of [
	['without a key', ''],
	['with a key that nobody made', 'Bearer offpeak_0123456789012345678901234567890'],
	['with a name and password', 'Basic YWRtaW46YWRtaW4='],
	['with half a header', 'Bearer'],
	['with a key of 8 KiB', `Bearer ${'x'.repeat(8192)}`]
] as const)
	test(`nothing answers ${what}`, async () => {
		for (const path of paths) {
			const method = path === '/calls' ? 'POST' : 'GET';
			const response = await fetch(`${product.url}/api/v1${path}`, {
				method,
				headers: authorization ? { authorization } : {}
			});
			await expectProblem(response, 401, /key/i);
		}
	});

test('a revoked key opens nothing from then on', async () => {
	const client = new Client(product, revoked.key);
	expect((await client.fetch('/queues')).status).toBe(200);
	expect((await runBeside(product, 'key', 'revoke', revoked.id)).code).toBe(0);
	await expectProblem(await client.fetch('/queues'), 401, /revoked/);
	await expectProblem(await client.fetch('/calls', { method: 'POST', body: '{}' }), 401, /revoked/);
});

test('a key does what its scope says and no more', async () => {
	await expectProblem(await sender.fetch('/queues'), 403, /scope read/);
	await expectProblem(await sender.fetch('/queues/a', { method: 'PUT', body: '{}' }), 403, /scope admin/);
	await expectProblem(await reader.fetch('/calls', { method: 'POST', body: '{}' }), 403, /scope ingest/);
	await expectProblem(await reader.fetch('/queues/a', { method: 'PUT', body: '{}' }), 403, /scope admin/);
});

test('a key for one queue reads that one only, and all means that one', async () => {
	const { queues } = await (await reader.fetch('/queues')).json();
	expect(queues.map(({ slug }: { slug: string }) => slug)).toEqual(['a']);
	expect((await reader.load('all', day))[0]?.offered).toBe(1);
	expect((await reader.load('a', day))[0]?.offered).toBe(1);
	for (const path of ['/queues/b', `/queues/b/load?${day}`, `/queues/a,b/load?${day}`, '/queues/b/peaks'])
		await expectProblem(await reader.fetch(path), 403, /queue b/);
	await expectProblem(await reader.fetch('/rejects'), 403, /all queues/);
});

test('a key for one queue writes that one only', async () => {
	const { status, answer } = await sender.send([call('a-2', 'a'), call('b-2', 'b'), call('a-3', 'a')]);
	expect(status).toBe(200);
	expect(answer).toMatchObject({ created: 2, rejected: 1 });
	expect(answer.errors).toMatchObject([{ line: 2, id: 'b-2', field: 'queue', code: 'queue_not_allowed' }]);
	const alone = await sender.send(call('b-2', 'b'));
	expect(alone.status).toBe(422);
});

test('nor does it reach the calls of another queue by naming its own', async () => {
	const before = await all.load('b', day);
	const { answer } = await sender.send([
		{ id: 'b-1', queue: 'a', deleted: true },
		call('a-4', 'a'),
		{ ...call('b-1', 'a'), revision: 9 },
		{ id: 'a-4', deleted: true }
	]);
	expect(answer).toMatchObject({ received: 4, created: 1, rejected: 3 });
	expect(answer.errors.map(({ line, id, code }) => [line, id, code])).toEqual([
		[1, 'b-1', 'queue_not_allowed'],
		[3, 'b-1', 'queue_not_allowed'],
		[4, 'a-4', 'queue_not_allowed']
	]);
	expect(await all.load('b', day)).toEqual(before);
	expect((await sender.send({ id: 'a-4', queue: 'a', deleted: true })).answer).toMatchObject({ updated: 1 });
});

test('a key may set up only its own queue', async () => {
	const { key } = await makeKey(product, ['admin'], ['a']);
	const client = new Client(product, key);
	expect((await client.putQueue('a', { month_end_days: 2 })).month_end_days).toBe(2);
	await expectProblem(await client.fetch('/queues/b', { method: 'PUT', body: '{}' }), 403, /queue b/);
	await expectProblem(await client.fetch('/queues/new', { method: 'PUT', body: '{}' }), 403, /queue new/);
});
