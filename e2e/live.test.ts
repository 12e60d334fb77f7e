import { expect, test } from '@playwright/test';
import { Client } from './client.ts';
import { messages } from './messages.ts';
import { startProduct, type Product } from './product.ts';

// The promise: whoever may read a queue sees who waits as it happens, and is told when it changes.

let product: Product;
let client: Client;
const minute = 60_000;

test.beforeAll(async () => {
	product = await startProduct({ env: { OFFPEAK_ZONE: 'Asia/Shanghai' } });
	client = new Client(product);
});
test.afterAll(() => product.stop());

const live = async () => (await client.fetch('/queues/line/live')).json();
const call = (id: string, times: object) => ({ id, queue: 'line', ...times });
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

test('who waits and who talks is there with the answer to the record', async () => {
	const sent = await client.send([
		call('a', { enqueued_at: ago(40_000) }),
		call('b', { enqueued_at: ago(20_000) }),
		call('c', { enqueued_at: ago(9_000), answered_at: ago(5000) })
	]);
	expect(sent.answer.created).toBe(3);
	const now = await live();
	expect(now).toMatchObject({
		feed: 'live',
		waiting: 2,
		talking: 1,
		typical: null,
		estimated_wait_seconds: null
	});
	expect(now.longest_wait_seconds).toBeGreaterThanOrEqual(40);
	expect(now.longest_wait_seconds).toBeLessThan(60);
	expect(now.today).toMatchObject({ offered: 3, waiting: 2, answered: 1 });
	expect(now.as_of).toMatch(/\+08:00$/);
	await client.send(call('a', { enqueued_at: ago(45_000), answered_at: ago(10), ended_at: ago(0) }));
	expect(await live()).toMatchObject({ waiting: 1, talking: 1, today: { answered: 2 } });
});

test('a stream tells at once and of each change, at most once a second, until the product stops', async () => {
	const response = await client.fetch('/queues/line/live/stream');
	expect(response.headers.get('content-type')).toBe('text/event-stream');
	const reader = response.body?.getReader();
	const events = messages(reader);
	const first = await events.next();
	expect(first.value).toMatchObject({ waiting: 1 });
	const startedAt = Date.now();
	for (let i = 0; i < 5; i++) await client.send(call(`more ${i}`, { enqueued_at: ago(1000) }));
	let last: { waiting: number } | undefined;
	let count = 0;
	for await (const message of events) {
		last = message;
		count++;
		if (message.waiting === 6) break;
	}
	expect(last?.waiting).toBe(6);
	expect(count).toBeLessThanOrEqual(Math.ceil((Date.now() - startedAt) / 1000) + 1);
});

test('it needs a key, names one queue, and knows which there are', async () => {
	expect((await fetch(`${product.url}/api/v1/queues/line/live`)).status).toBe(401);
	expect((await client.fetch('/queues/nothing/live/stream')).status).toBe(404);
	expect((await client.fetch('/queues/nothing/live')).status).toBe(404);
	await client.send({ id: 'x', queue: 'other', enqueued_at: ago(minute) });
	expect((await client.fetch('/queues/line,other/live')).status).toBe(400);
});

test('a stream that is open keeps nobody from stopping the product', async () => {
	const other = await startProduct();
	const reading = new Client(other);
	await reading.send(call('a', { enqueued_at: ago(1000) }));
	const events = messages((await reading.fetch('/queues/line/live/stream')).body?.getReader());
	expect((await events.next()).value).toMatchObject({ waiting: 1 });
	const startedAt = Date.now();
	expect(await other.stop()).toBe(0);
	expect(Date.now() - startedAt).toBeLessThan(8000);
	expect((await events.next()).done).toBe(true);
});
