import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { removeEmbedded, startEmbedded } from '#records/embedded.server.ts';
import { Client } from './client.ts';
import { makeKey } from './command.ts';
import { startProduct } from './product.ts';
import { signIn } from './signIn.ts';
import { serverProcesses } from './torture/serverProcesses.ts';

const at = new Date(Date.now() - 3_600_000).toISOString();
const calls = (name: string, count: number) =>
	Array.from({ length: count }, (_, i) =>
		JSON.stringify({ id: `${name}-${i}`, queue: 'down', enqueued_at: at })
	).join('\n');

test('while the database is down everybody is told to come back, and it goes on by itself', async ({
	page
}) => {
	test.setTimeout(120_000);
	const folder = await mkdtemp(join(tmpdir(), 'offpeak-e2e-down-'));
	let server = await startEmbedded(folder);
	const { path = '', user, password, database } = server.connection;
	const env = {
		DATABASE_URL: `postgres:///${database}`,
		PGHOST: dirname(path),
		PGUSER: user,
		PGPASSWORD: password
	};
	const product = await startProduct({ env });
	try {
		const client = new Client(product);
		await client.send(calls('before', 10), { type: 'application/x-ndjson' });
		await client.putQueue('down', { public: { enabled: true } });
		const { key } = await makeKeyOn(env);
		await signIn(page, product);
		const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

		await server.stop();
		const ask = (path: string, init: RequestInit = {}) =>
			fetch(product.url + path, { redirect: 'manual', ...init });
		for (const [path, init] of [
			['/api/v1/queues', { headers: { authorization: `Bearer ${key}` } }],
			[
				'/api/v1/calls',
				{
					method: 'POST',
					body: '[]',
					headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
				}
			],
			['/dashboard', { headers: { cookie } }],
			['/dashboard/down', { headers: { cookie } }]
		] as const) {
			const response = await ask(path, init);
			expect(`${path} ${response.status}`).toBe(`${path} 503`);
			expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
		}
		expect((await ask('/healthz')).status).toBe(200);
		const ready = await ask('/readyz');
		expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '2']);

		server = await startEmbedded(folder);
		await expect.poll(async () => (await ask('/readyz')).status).toBe(200);
		expect((await ask('/dashboard/down', { headers: { cookie } })).status).toBe(200);
		const { answer } = await client.send(calls('after', 10), { type: 'application/x-ndjson' });
		expect(answer.created).toBe(10);
	} finally {
		await product.stop();
		await removeEmbedded(folder);
		await rm(folder, { recursive: true, force: true });
	}

	async function makeKeyOn(env: Record<string, string>) {
		const before = { ...process.env };
		Object.assign(process.env, env);
		try {
			return await makeKey({ ...product, dataDir: folder }, ['read', 'ingest']);
		} finally {
			for (const name of Object.keys(env)) delete process.env[name];
			Object.assign(process.env, before);
		}
	}
});

test('while the database stands still senders are held back or told to come back, and memory stays', async () => {
	test.skip(process.platform !== 'linux', 'finds the processes of a database by /proc');
	test.setTimeout(180_000);
	const product = await startProduct();
	const memory = () =>
		Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${product.pid}/status`, 'utf8'))?.[1]) / 1024;
	const processes = await serverProcesses(product.dataDir);
	const signal = (name: 'SIGSTOP' | 'SIGCONT') => processes.forEach(({ pid }) => process.kill(pid, name));
	try {
		const client = new Client(product);
		await client.send(calls('first', 20_000), { type: 'application/x-ndjson' });
		const before = memory();
		signal('SIGSTOP');
		const sent = Array.from({ length: 40 }, (_, i) =>
			client.send(calls(`c${i}`, 12_000), { type: 'application/x-ndjson' })
		);
		// Whoever is too many is told so while the others wait.
		const refused = await Promise.any(
			sent.map(async (one) => ((await one).status === 503 ? one : Promise.reject(new Error('taken'))))
		);
		expect(refused.status).toBe(503);
		expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
		const grown = memory() - before;
		signal('SIGCONT');
		const outcomes = await Promise.all(sent);
		// Who was held back is stored now, or was told to come back, too, once that had taken too long.
		expect(outcomes.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
		expect(grown).toBeLessThan(400);
		// Who comes back one after the other is taken, as soon as what was held back before is stored.
		for (const [i, { status }] of outcomes.entries()) {
			if (status === 200) continue;
			const again = async () =>
				(await client.send(calls(`c${i}`, 12_000), { type: 'application/x-ndjson' })).status;
			await expect.poll(again, { timeout: 60_000 }).toBe(200);
		}
		const rows = await client.load('down', `from=${at.slice(0, 10)}&grain=day`);
		expect(rows.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(20_000 + 40 * 12_000);
	} finally {
		signal('SIGCONT');
		await product.stop();
	}
});

test('while the database stands still everybody is answered soon, and told to come back', async ({
	page
}) => {
	test.skip(process.platform !== 'linux', 'finds the processes of a database by /proc');
	test.setTimeout(180_000);
	const product = await startProduct();
	let stopped: Awaited<ReturnType<typeof serverProcesses>> = [];
	const signal = (name: 'SIGSTOP' | 'SIGCONT') => stopped.forEach(({ pid }) => process.kill(pid, name));
	try {
		const client = new Client(product);
		await client.send(calls('before', 10), { type: 'application/x-ndjson' });
		const { key } = await makeKey(product, ['read', 'ingest']);
		await signIn(page, product);
		const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
		const withKey = { authorization: `Bearer ${key}` };
		const asks: [string, RequestInit][] = [
			['/api/v1/queues', { headers: withKey }],
			[
				'/api/v1/calls',
				{
					method: 'POST',
					body: calls('held', 3),
					headers: { ...withKey, 'content-type': 'application/x-ndjson' }
				}
			],
			['/dashboard', { headers: { cookie } }],
			['/dashboard/down', { headers: { cookie } }],
			['/account', { headers: { cookie } }],
			[
				'/sign-in',
				{
					method: 'POST',
					body: new URLSearchParams({ email: 'nobody@example.com', password: 'not this one' }),
					headers: { origin: product.url }
				}
			]
		];
		const askAll = () =>
			Promise.all(
				asks.map(async ([path, init]) => {
					const beganAt = performance.now();
					const { status, headers } = await fetch(product.url + path, { redirect: 'manual', ...init });
					const seconds = (performance.now() - beganAt) / 1000;
					return { said: `${path} ${status}`, retry: headers.get('retry-after'), seconds };
				})
			);
		// All that there are by now: one that goes on would answer some.
		stopped = await serverProcesses(product.dataDir);
		signal('SIGSTOP');
		const first = await askAll();
		const then = await askAll();
		for (const answers of [first, then]) {
			expect(answers.map(({ said }) => said)).toEqual(asks.map(([path]) => `${path} 503`));
			expect(answers.every(({ retry }) => Number(retry) > 0)).toBe(true);
		}
		// Until it is sure the first ones wait, those who come later do not.
		expect(Math.max(...first.map(({ seconds }) => seconds))).toBeLessThan(15);
		expect(Math.max(...then.map(({ seconds }) => seconds))).toBeLessThan(5);
		expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
		expect((await fetch(`${product.url}/readyz`)).status).toBe(503);
		signal('SIGCONT');
		await expect.poll(async () => (await fetch(`${product.url}/readyz`)).status).toBe(200);
		const { status } = await client.send(calls('held', 3), { type: 'application/x-ndjson' });
		expect(status).toBe(200);
		const rows = await client.load('down', `from=${at.slice(0, 10)}&grain=day`);
		expect(rows.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(13);
	} finally {
		signal('SIGCONT');
		await product.stop();
	}
});
