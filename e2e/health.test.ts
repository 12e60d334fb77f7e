import { expect, test } from '@playwright/test';
import { openApi } from '#views/api/openapi/document.ts';
import { misfits } from '#views/api/openapi/testing/misfits.ts';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { Client } from './client.ts';
import { startProduct, type Product } from './product.ts';
import { makeReaders } from './readers.ts';
import { signIn } from './signIn.ts';

// The promise: where figures may be incomplete, the pages that show them say so, and why; one page says how each
// source does.

test.describe.configure({ mode: 'serial' });

let product: Product;
let client: Client;
test.beforeAll(async () => {
	product = await startProduct();
	client = new Client(product);
	await client.putQueue('payments', { name: { en: 'Payments', zh: '支付' }, zone: 'Asia/Shanghai' });
	await client.putQueue('refunds', { name: { en: 'Refunds', zh: '退款' }, zone: 'Asia/Shanghai' });
});
test.afterAll(() => product.stop());

const call = (id: string, source: string, queue: string, aheadMs = 0) => ({
	id,
	source,
	queue,
	enqueued_at: new Date(Date.now() + aheadMs).toISOString()
});

test('says that nothing has come, and then that all is well', async ({ page }) => {
	await signIn(page, product, '/health');
	await expect(page.locator('.lead')).toHaveText('Nothing has come from any source yet.');
	await expectAccessible(page);
	await client.send([call('a', 'berlin', 'payments'), call('b', 'munich', 'refunds')]);
	await expect
		.poll(
			async () => {
				await page.goto(`${product.url}/health?lang=en`);
				return page.locator('.lead').textContent();
			},
			{ timeout: 60_000 }
		)
		.toBe('All 2 sources send as usual.');
	const berlin = page.getByRole('row', { name: /^berlin/ });
	await expect(berlin).toContainText('as usual');
	await expect(berlin.getByRole('link', { name: 'Payments' })).toBeVisible();
	await page.goto(`${product.url}/dashboard/payments?lang=en`);
	await expect(page.getByRole('complementary', { name: 'Figures may be incomplete' })).toHaveCount(0);
});

test('a clock that is ahead and many refused records stand above the figures of their queues', async ({
	page
}) => {
	const broken = Array.from({ length: 12 }, (_, i) => ({
		...call(`x${i}`, 'berlin', 'payments'),
		enqueued_at: 'now'
	}));
	await client.send([...broken, call('c', 'berlin', 'payments', 200_000)], { query: 'source=berlin' });
	await signIn(page, product);
	const banner = page.getByRole('complementary', { name: 'Figures may be incomplete' });
	await expect
		.poll(
			async () => {
				await page.goto(`${product.url}/dashboard?lang=en`);
				return (await banner.count()) > 0 ? banner.textContent() : '';
			},
			{ timeout: 60_000 }
		)
		.toMatch(
			/12 of 14 records of the last hour from berlin could not be read\..*The clock of berlin is ahead by 3 min/s
		);
	await expectAccessible(page);
	await page.goto(`${product.url}/dashboard/payments/waits?lang=en`);
	await expect(banner).toContainText('berlin');
	await page.goto(`${product.url}/dashboard/refunds?lang=en`);
	await expect(banner).toHaveCount(0);
	await page.goto(`${product.url}/dashboard/payments?lang=en`);
	await banner.getByRole('link', { name: 'See data health' }).click();
	await expect(page.getByRole('row', { name: /^berlin/ })).toContainText('not read, clock ahead');
	await expectAccessible(page);
	const answer = await (await client.fetch('/sources')).json();
	const schema = { $ref: '#/components/schemas/Sources' };
	expect(misfits(openApi.components.schemas, schema, { exact: true })(answer)).toEqual([]);
	expect(answer.sources[0]).toMatchObject({
		source: 'berlin',
		queues: ['payments'],
		problems: ['refused', 'ahead'],
		rejected_24h: 12
	});
});

test('whoever is for one queue sees its sources only', async () => {
	for (const reader of await makeReaders(product, ['refunds'])) {
		if (reader.queues === null || !reader.scopes.includes('read')) continue;
		const response = await fetch(`${product.url}/api/v1/sources`, { headers: reader.headers });
		const { sources } = await response.json();
		expect(sources.map(({ source }: { source: string }) => source)).toEqual(['munich']);
	}
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('in Chinese, on a telephone', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 800 });
		await signIn(page, product, '/health', 'zh');
		await expect(page.locator('.lead')).toContainText('最近一小时 berlin 的 14 条记录中有 12 条未能读入。');
		await expectNoSidewaysScroll(page);
		await page.goto(`${product.url}/dashboard/payments?lang=zh`);
		await expect(page.getByRole('complementary', { name: '数据可能不完整' })).toContainText(
			'berlin 的时钟快了'
		);
		await expectNoSidewaysScroll(page);
	});
});
