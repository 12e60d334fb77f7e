import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { operations } from '#views/api/openapi/operations.ts';
import { misfits } from '#views/api/openapi/testing/misfits.ts';
import type { OpenApi } from '#views/api/openapi/types.ts';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { apiKey, startProduct, type Product } from './product.ts';

let product: Product;
let api: OpenApi;
test.beforeAll(async () => {
	product = await startProduct({ env: { OFFPEAK_NOW: now } });
	api = await (await fetch(`${product.url}/openapi.json`)).json();
});
test.afterAll(() => product.stop());

const key = { authorization: `Bearer ${apiKey}` };
const json = { ...key, 'content-type': 'application/json' };
const ofFirehose = { 'x-amz-firehose-access-key': apiKey, 'x-amz-firehose-request-id': 'r' };
const now = '2026-03-12T10:20:00+08:00';
const hourMs = 3_600_000;

/** Eight weeks of calls with a peak at ten, the last of them still open, and two records that are none. */
const calls = [
	...Array.from({ length: 57 * 10 }, (_, i) => {
		const hour = 9 + (i % 10);
		const startAt = Date.parse('2026-01-15T00:00:00+08:00') + (Math.floor(i / 10) * 24 + hour) * hourMs;
		return Array.from({ length: hour === 10 ? 8 : 2 }, (_, n) => {
			const enqueuedAt = startAt + n * 60_000;
			const waitMs = hour === 10 ? 400_000 : hour * 3000;
			return {
				id: `c-${i}-${n}`,
				queue: n === 1 ? 'refunds' : 'payments',
				enqueued_at: new Date(enqueuedAt).toISOString(),
				answered_at: n % 5 ? new Date(enqueuedAt + waitMs).toISOString() : null,
				ended_at: new Date(enqueuedAt + 600_000).toISOString(),
				caller: `138${n}`
			};
		});
	})
		.flat()
		.filter((call) => Date.parse(call.enqueued_at) < Date.parse(now) - hourMs),
	{ id: 'open', queue: 'payments', enqueued_at: now },
	{ id: 'c-1' },
	'no record'
];
const waitRule = JSON.stringify({ queue: 'payments', kind: 'waiting', limit: 5 });
const outage = JSON.stringify({
	...{ start: '2026-03-12T10:20:00+08:00', end: '2026-03-12T12:00:00+08:00' },
	...{ text: 'App outage', leave_out: true }
});
const shown = { public: { enabled: true, phone: { number: '95188' }, min_calls: 10 } };

/** Grows a thousand times. */
const bomb = new Uint8Array(gzipSync(Buffer.alloc(4_000_000, ' ')));

interface Asked {
	method?: string;
	headers?: Record<string, string>;
	body?: string | Uint8Array<ArrayBuffer>;
}

/** What is asked, and the status that it is answered with. */
const asked: [path: string, status: number, Asked?][] = [
	['/api/v1/calls', 200, { method: 'POST', headers: json, body: JSON.stringify(calls) }],
	['/api/v1/calls?dry_run=true', 422, { method: 'POST', headers: json, body: '{"id":""}' }],
	['/api/v1/calls', 400, { method: 'POST', headers: json, body: '{' }],
	['/api/v1/calls', 401, { method: 'POST', body: '{}' }],
	['/api/v1/calls', 415, { method: 'POST', headers: { ...key, 'content-type': 'image/png' }, body: '{}' }],
	['/api/v1/calls', 413, { method: 'POST', headers: { ...json, 'content-encoding': 'gzip' }, body: bomb }],
	['/api/v1/firehose', 200, { method: 'POST', headers: ofFirehose, body: '{"requestId":"r","records":[]}' }],
	['/api/v1/firehose', 400, { method: 'POST', headers: ofFirehose, body: 'x' }],
	['/api/v1/firehose', 401, { method: 'POST', headers: key, body: '{}' }],
	['/api/v1/rejects', 200, { headers: key }],
	['/api/v1/rejects?source=api&format=json&code=required&from=2026-03-01', 200, { headers: key }],
	['/api/v1/rejects?cursor=x', 400, { headers: key }],
	['/api/v1/rejects?to=soon', 400, { headers: key }],
	['/api/v1/limits', 200],
	['/api/v1/queues', 200, { headers: key }],
	['/api/v1/queues', 401],
	['/api/v1/queues/payments', 200, { method: 'PUT', headers: json, body: JSON.stringify(shown) }],
	['/api/v1/queues/new', 200, { method: 'PUT', headers: json, body: '{}' }],
	['/api/v1/queues/payments', 422, { method: 'PUT', headers: json, body: '{"zone":"Mars/Base"}' }],
	['/api/v1/queues/all', 400, { method: 'PUT', headers: json, body: '{}' }],
	['/api/v1/queues/payments', 200, { headers: key }],
	['/api/v1/queues/none', 404, { headers: key }],
	['/api/v1/queues/payments/load?from=2026-03-01&to=2026-03-13&grain=day', 200, { headers: key }],
	['/api/v1/queues/all/load?from=2026-03-01&grain=month', 200, { headers: key }],
	['/api/v1/queues/payments,refunds/load?grain=quarter', 200, { headers: key }],
	['/api/v1/queues/payments/load?grain=minute', 400, { headers: key }],
	['/api/v1/queues/payments/load?from=1971-01-01&grain=quarter', 400, { headers: key }],
	['/api/v1/queues/payments/load.csv', 200, { headers: key }],
	['/api/v1/queues/payments/waits?from=2026-03-01&to=2026-03-13', 200, { headers: key }],
	['/api/v1/queues/payments/waits?from=soon', 400, { headers: key }],
	['/api/v1/queues/payments/waits.csv?from=2026-03-01', 200, { headers: key }],
	['/api/v1/queues/payments/compare?from=2026-03-01&to=2026-03-10', 200, { headers: key }],
	['/api/v1/queues/payments/compare?with=refunds', 200, { headers: key }],
	['/api/v1/queues/payments/compare?with=year', 200, { headers: key }],
	['/api/v1/queues/payments/compare?from=2026-03-10&to=2026-03-01', 400, { headers: key }],
	['/api/v1/queues/payments/compare?with=none', 404, { headers: key }],
	['/api/v1/queues/payments/topics?from=2026-03-01', 200, { headers: key }],
	['/api/v1/queues/none/topics', 404, { headers: key }],
	['/api/v1/queues/payments/topics.csv?from=2026-03-01', 200, { headers: key }],
	['/api/v1/queues/none/load.csv', 404, { headers: key }],
	[
		'/api/v1/queues/payments/calls?from=2026-03-01&outcome=answered&min_wait_seconds=1',
		200,
		{ headers: key }
	],
	['/api/v1/queues/payments/calls?outcome=eaten', 400, { headers: key }],
	['/api/v1/queues/payments,refunds/calls', 400, { headers: key }],
	['/api/v1/queues/none/calls', 404, { headers: key }],
	['/api/v1/queues/payments/calls.csv?from=2026-03-01', 200, { headers: key }],
	['/api/v1/queues/payments/peaks?weeks=8', 200, { headers: key }],
	['/api/v1/queues/all/peaks?weeks=520', 200, { headers: key }],
	['/api/v1/queues/all/peaks?weeks=521', 400, { headers: key }],
	['/api/v1/queues/payments/live', 200, { headers: key }],
	['/api/v1/queues/payments,refunds/live', 400, { headers: key }],
	['/api/v1/queues/none/live', 404, { headers: key }],
	['/api/v1/queues/payments/live/stream', 401],
	['/api/v1/queues/none/live/stream', 404, { headers: key }],
	['/api/v1/queues/payments/special-days?year=2026', 200, { headers: key }],
	['/api/v1/queues/all/special-days', 200, { headers: key }],
	['/api/v1/queues/payments/special-days?year=soon', 400, { headers: key }],
	['/api/v1/queues/payments/annotations', 201, { method: 'POST', headers: json, body: outage }],
	['/api/v1/queues/all/annotations', 422, { method: 'POST', headers: json, body: '{"start":"soon"}' }],
	['/api/v1/queues/all/annotations?from=2026-03-01&to=2026-04-01', 200, { headers: key }],
	['/api/v1/queues/payments/annotations?from=soon', 400, { headers: key }],
	['/api/v1/sources', 200, { headers: key }],
	['/api/v1/alerts', 200, { headers: key }],
	['/api/v1/alerts?state=soon', 400, { headers: key }],
	['/api/v1/alerts?queue=none', 404, { headers: key }],
	['/api/v1/alerts/rules', 201, { method: 'POST', headers: json, body: waitRule }],
	['/api/v1/alerts/rules', 422, { method: 'POST', headers: json, body: '{"queue":"payments"}' }],
	['/api/v1/alerts/rules?queue=payments', 200, { headers: key }],
	['/api/v1/alerts/rules/none', 404, { method: 'PUT', headers: json, body: waitRule }],
	['/api/v1/alerts/rules/none', 404, { method: 'DELETE', headers: json }],
	['/api/v1/alerts/rules/none/silence', 422, { method: 'PUT', headers: json, body: '{}' }],
	['/api/v1/alerts/rules/none/silence', 404, { method: 'DELETE', headers: json }],
	['/api/v1/alerts/none/silence', 404, { method: 'PUT', headers: json, body: '{"until":null}' }],
	['/api/v1/alerts/none/silence', 404, { method: 'DELETE', headers: json }],
	['/api/v1/queues/payments/forecast', 200, { headers: key }],
	['/api/v1/queues/payments/forecast?days=7&grain=day&lang=zh', 200, { headers: key }],
	['/api/v1/queues/payments/forecast?days=29', 400, { headers: key }],
	['/api/v1/queues/all/forecast', 400, { headers: key }],
	['/api/v1/queues/none/forecast', 404, { headers: key }],
	['/api/v1/queues/payments/staffing?calls=100&aht_seconds=180', 200, { headers: key }],
	['/api/v1/queues/all/staffing?calls=100&aht_seconds=180&patience_seconds=300', 200, { headers: key }],
	['/api/v1/queues/payments/staffing?calls=100', 400, { headers: key }],
	['/api/v1/public/queues/payments/best-time?lang=en', 200],
	['/api/v1/public/queues/payments/best-time?zone=Europe/London', 200],
	['/api/v1/public/queues/payments/best-time?zone=London', 400],
	['/api/v1/public/queues/refunds/best-time', 404],
	['/api/v1/public/queues/payments/best-time', 204, { method: 'OPTIONS' }],
	['/badge/payments.svg', 200],
	['/badge/payments.png?lang=zh&theme=dark', 200],
	['/badge/payments.json', 200],
	['/call/payments/qr.svg', 200],
	['/call/refunds/qr.svg', 404],
	['/call/payments/reminder.ics', 200],
	['/call/payments/reminder.ics?start=2026-03-13T04:00:00Z', 200],
	['/call/payments/reminder.ics?start=soon', 400],
	['/call/refunds/reminder.ics', 404],
	['/oembed', 400],
	['/oembed?url=https%3A%2F%2Fother.example%2F', 404],
	['/oembed?url=x&format=xml', 501],
	['/embed/versions.json', 200],
	['/healthz', 200],
	['/readyz', 200],
	['/metrics', 200, { headers: key }],
	['/metrics', 401],
	['/openapi.json', 200]
];

test('real answers are what the description says, for every operation', async () => {
	let said = '';
	const left = new Set(operations(api).map(({ operation }) => operation.operationId));
	for (const [address, status, { method = 'GET', ...init } = {}] of asked) {
		await test.step(`${method} ${address} ${status}`, async () => {
			const described = find(method, address);
			left.delete(described.operationId);
			const response = await fetch(product.url + address, { method, ...init });
			const body = await response.text();
			said += `${body}\n`;
			expect(response.status, body).toBe(status);
			const content = described.responses[status]?.content ?? {};
			const type = response.headers.get('content-type')?.split(';')[0] ?? null;
			expect(Object.keys(content)).toEqual(type === null ? [] : [type]);
			const schema = type === null ? undefined : content[type]?.schema;
			if (schema && type?.endsWith('json'))
				expect(
					misfits(api.components.schemas, schema, { exact: '$ref' in schema })(JSON.parse(body))
				).toEqual([]);
		});
	}
	expect([...left]).toEqual([]);
	// The lists that were held against the description were not empty.
	const lists = ['errors', 'rejects', 'queues', 'rows', 'topics', 'calls', 'busiest', 'best', 'hours'];
	expect(lists.filter((name) => !said.includes(`"${name}":[{`))).toEqual([]);
	expect(said).toContain('"now":{"level"');
});

test('any site may read the description, and keep it for a while', async () => {
	const { headers } = await fetch(`${product.url}/openapi.json`);
	expect(headers.get('access-control-allow-origin')).toBe('*');
	expect(headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
	expect(headers.get('set-cookie')).toBe(null);
	const again = { headers: { 'if-none-match': headers.get('etag') ?? '' } };
	expect((await fetch(`${product.url}/openapi.json`, again)).status).toBe(304);
});

for (const { lang, title, width, colorScheme } of [
	{ lang: 'en', title: 'Send calls', width: 1440, colorScheme: 'light' },
	{ lang: 'zh', title: '发送通话记录', width: 360, colorScheme: 'dark' }
] as const)
	test(`everybody can read it in ${lang} at ${width} px, with curl lines for this server`, async ({
		page
	}) => {
		// The longest page of all, to be read by axe: without fonts of the language that takes some machines a minute.
		test.slow();
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme });
		await page.goto(`${product.url}/docs?lang=${lang}`);
		await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
		await expect(page.locator('pre').first()).toContainText(`curl '${product.url}/api/v1/calls'`);
		await expectNoSidewaysScroll(page);
		const nowhere = await page
			.locator('main a[href^="#"]')
			.evaluateAll((links) =>
				links.map((link) => link.getAttribute('href') ?? '').filter((to) => !document.querySelector(to))
			);
		expect(nowhere).toEqual([]);
		await expectAccessible(page);
	});

/** The operation that answers an address. */
function find(method: string, address: string) {
	const [path = ''] = address.split('?');
	const found = operations(api).find(
		(one) =>
			one.method === method.toLowerCase() &&
			new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path)
	);
	if (!found) throw new Error(`not described: ${method} ${path}`);
	return found.operation;
}
