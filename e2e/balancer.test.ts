import { expect, test } from '@playwright/test';
import { addAlertTarget } from '#records/alertTargets.server.ts';
import { connect } from '#records/database.server.ts';
import { Client } from './client.ts';
import { makeKey, runBeside } from './command.ts';
import { catchHooks } from './hookCatcher.ts';
import { messages } from './messages.ts';
import { startProduct, type Product } from './product.ts';
import { sessionCookie } from './sessionCookie.ts';
import { sharedDatabase, type SharedDatabase } from './sharedDatabase.ts';

// The promise: behind a balancer it does not matter which of several processes answers.

test.skip(process.platform === 'win32', 'reaches the database by its socket');

let database: SharedDatabase;
const products: Product[] = [];
let here: Product;
let there: Product;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

test.beforeAll(async () => {
	test.setTimeout(180_000);
	database = await sharedDatabase();
	const env = { ...database.env, OFFPEAK_ALLOW_PRIVATE_ADDRESSES: 'true' };
	// At once, as an orchestrator does: one of them makes the tables.
	products.push(...(await Promise.all([startProduct({ env }), startProduct({ env })])));
	const [first, second] = products;
	if (!first || !second) throw new Error('two processes were to be started');
	[here, there] = [first, second];
});

test.afterAll(async () => {
	await Promise.all(products.map((product) => product.stop()));
	await database.remove();
});

test('a stream of one process tells of calls that the other one takes in', async () => {
	const sender = new Client(here);
	const waiting = (id: string) => ({
		id,
		queue: 'line',
		enqueued_at: ago(1000),
		answered_at: null,
		ended_at: null
	});
	await sender.send(waiting('first'));
	const reader = new Client(there);
	await expect.poll(async () => (await reader.fetch('/queues/line/live')).status).toBe(200);
	const events = messages((await reader.fetch('/queues/line/live/stream')).body?.getReader());
	await events.next();
	const sentAt = Date.now();
	await sender.send([waiting('second'), waiting('third')]);
	for await (const { waiting } of events) if (waiting === 3) break;
	expect(Date.now() - sentAt).toBeLessThan(15_000);
	await events.return();
});

test('an alert that both look for is told once, and once that it is over', async () => {
	test.setTimeout(120_000);
	const hook = await catchHooks();
	const inside = connect(database.target);
	const client = new Client(here);
	await client.putQueue('watched', { name: { en: 'Watched', zh: '值守' }, zone: 'Europe/Berlin' });
	const [stored] = await inside.sql<{ id: number }[]>`select id from queue where slug = 'watched'`;
	const who = { queueId: stored?.id ?? 0, kind: 'webhook', address: hook.url, lang: 'en' } as const;
	const target = await addAlertTarget(inside, who, { by: 'test', now: Date.now() });
	const rule = { queue: 'watched', kind: 'waiting', limit: 1, hold_seconds: 0, targets: [target.id] };
	const made = await client.fetch('/alerts/rules', { method: 'POST', body: JSON.stringify(rule) });
	expect(made.status).toBe(201);
	const told = (types: string[]) => expect.poll(hook.types, { timeout: 45_000 }).toEqual(types);
	const call = { id: 'watched', queue: 'watched', enqueued_at: ago(1000) };
	await client.send(call);
	await told(['alert.firing']);
	await client.send({ ...call, ended_at: ago(0) });
	await told(['alert.firing', 'alert.resolved']);
	await inside.close();
	await hook.close();
});

test('figures, settings and calendars of one are those of the other', async () => {
	await new Client(here).send({ id: 'a', queue: 'shared', enqueued_at: ago(60_000), ended_at: ago(30_000) });
	const rows = await new Client(there).load('shared', 'grain=day');
	expect(rows.reduce((sum, { offered }) => sum + offered, 0)).toBe(1);
	await new Client(here).putQueue('shared', { name: { en: 'Shared', zh: '共用' }, zone: 'Europe/Berlin' });
	const named = async () => (await (await new Client(there).fetch('/queues/shared')).json()).name;
	await expect.poll(named).toEqual({ en: 'Shared', zh: '共用' });
});

test('who signs in at one is signed in at the other, and signed out at both', async () => {
	const cookie = await sessionCookie(here);
	const page = (product: Product) =>
		fetch(`${product.url}/dashboard`, { headers: { cookie }, redirect: 'manual' }).then(
			({ status }) => status
		);
	expect([await page(here), await page(there)]).toEqual([200, 200]);
	const out = await fetch(`${there.url}/sign-out`, {
		method: 'POST',
		headers: { cookie, origin: there.url, 'content-type': 'application/x-www-form-urlencoded' },
		redirect: 'manual'
	});
	expect(out.status).toBeLessThan(400);
	expect([await page(here), await page(there)]).toEqual([303, 303]);
});

test('a key that is revoked opens neither', async () => {
	const { key, id } = await makeKey(here, ['read']);
	const status = async (product: Product) => (await new Client(product, key).fetch('/queues')).status;
	expect([await status(here), await status(there)]).toEqual([200, 200]);
	expect((await runBeside(there, 'key', 'revoke', id)).code).toBe(0);
	expect([await status(here), await status(there)]).toEqual([401, 401]);
});

test('the same call through both at once is one call', async () => {
	const calls = Array.from({ length: 500 }, (_, i) => ({
		id: `both-${i}`,
		queue: `both-${i % 3}`,
		enqueued_at: ago(3_600_000),
		ended_at: ago(3_500_000)
	}));
	const answers = await Promise.all(
		products.map(async (product) => (await new Client(product).send(calls)).answer)
	);
	const created = answers.reduce((sum, answer) => sum + answer.created, 0);
	expect(created).toBe(500);
	expect((await runBeside(here, 'verify')).code).toBe(0);
});
