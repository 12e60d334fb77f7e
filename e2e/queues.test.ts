import { expect, test } from '@playwright/test';
import { walletYear } from '#analysis/demo/walletYear.ts';
import { callJson } from '#model/callJson.ts';
import { Client } from './client.ts';
import { runBeside } from './command.ts';
import { startProduct, type Product } from './product.ts';

let product: Product;
let client: Client;
test.beforeAll(async () => {
	product = await startProduct({ env: { OFFPEAK_NOW: '2026-04-10T00:00:00Z' } });
	client = new Client(product);
});
test.afterAll(() => product.stop());

const getQueue = async (slug: string) => (await client.fetch(`/queues/${slug}`)).json();

test('put makes a queue with the defaults, and get gives the same', async () => {
	const made = await client.putQueue('new', {});
	expect(made).toMatchObject({
		slug: 'new',
		name: { en: 'new', zh: 'new' },
		zone: 'Asia/Shanghai',
		country: 'CN',
		subdivision: null,
		service_level: { threshold_seconds: 20, target: 0.8, formula: 'strict', short_abandon_seconds: 5 },
		month_end_days: 3,
		public: { enabled: false, min_calls: 30 }
	});
	expect(await getQueue('new')).toEqual(made);
	const { queues } = await (await client.fetch('/queues')).json();
	expect(queues).toContainEqual(made);
});

test('put takes what get gives, and what is left out stays', async () => {
	const full = await client.putQueue('full', {
		name: { en: 'Refunds', zh: '退款' },
		zone: 'America/New_York',
		country: 'US',
		subdivision: 'NY',
		hours: {
			mon: [
				['09:00', '12:00'],
				['13:00', '18:00']
			],
			sat: [],
			holiday: [['22:00', '06:00']]
		},
		service_level: { threshold_seconds: 30, target: 0.9, formula: 'credited', short_abandon_seconds: 10 },
		month_end_days: 5,
		public: {
			enabled: true,
			phone: { number: '+1 555 0100', label: 'Refunds', verified_on: '2026-03-02' },
			channels: [{ kind: 'chat', label: 'Chat', url: 'https://example.com/chat' }],
			topics: [{ slug: 'theft', name: '盗刷', urgent: true, prepare: ['Card number'] }],
			parts: { now: true, week: false, accuracy: true },
			embed_origins: ['https://www.example.com'],
			guide: { title: 'Call us' },
			min_calls: 50
		}
	});
	expect(await client.putQueue('full', full)).toEqual(full);
	expect(await getQueue('full')).toEqual(full);

	const changed = await client.putQueue('full', {
		hours: { sun: [['10:00', '12:00']] },
		service_level: { threshold_seconds: 60 },
		public: { min_calls: 10 }
	});
	expect(changed).toEqual({
		...full,
		hours: { ...full.hours, sun: [['10:00', '12:00']] },
		service_level: { ...full.service_level, threshold_seconds: 60 },
		public: { ...full.public, min_calls: 10 }
	});
});

test('a queue that a record names for the first time is private, with its name kept', async () => {
	const call = { enqueued_at: '2026-03-02T09:15:00+08:00' };
	const names = ['Sales Team', '支付', 'all'];
	await client.send(names.map((queue, i) => ({ ...call, id: `named-${i}`, queue })));
	const { queues } = await (await client.fetch('/queues')).json();
	for (const [name, slug] of [
		['Sales Team', /^sales-team$/],
		['支付', /^queue-\w{6}$/],
		['all', /^queue-all$/]
	] as const) {
		const queue = queues.find((one: { name: { zh: string } }) => one.name.zh === name);
		expect(queue).toMatchObject({ slug: expect.stringMatching(slug), public: { enabled: false } });
		expect(await getQueue(queue.slug)).toEqual(queue);
	}
});

test('another zone makes other days of the same calls, also of those that come meanwhile', async () => {
	const fromAt = Date.parse('2026-03-01T00:00:00+08:00');
	const calls = [...walletYear({ seed: 3, fromAt, toAt: fromAt + 12 * 86_400_000 })].map((call) => ({
		...JSON.parse(callJson(call)),
		queue: 'moves'
	}));
	await client.putQueue('moves', {});
	await client.send({ calls: calls.slice(0, 6000) });
	const days = async () =>
		Object.fromEntries(
			(await client.load('moves', 'from=2026-02-27&to=2026-03-15&grain=day'))
				.filter(({ offered }) => offered > 0)
				.map(({ start, offered }) => [start.slice(0, 10), offered])
		);
	const counted = (zone: string) => {
		const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
		const counts: Record<string, number> = {};
		for (const { enqueued_at } of calls) {
			const day = date.format(Date.parse(enqueued_at));
			counts[day] = (counts[day] ?? 0) + 1;
		}
		return counts;
	};
	const [changed] = await Promise.all([
		client.putQueue('moves', { zone: 'America/New_York' }),
		client.send({ calls: calls.slice(6000) })
	]);
	expect(changed.zone).toBe('America/New_York');
	expect(await days()).toEqual(counted('America/New_York'));
	for (const zone of ['Asia/Kathmandu', 'Asia/Shanghai']) {
		await client.putQueue('moves', { zone });
		expect(await days()).toEqual(counted(zone));
	}
	const { code, output } = await runBeside(product, 'verify');
	expect(output).toMatch(/^\d{4,} rows recounted, 0 differ\.$/m);
	expect(code).toBe(0);
});
