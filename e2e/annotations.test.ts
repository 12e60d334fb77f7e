import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { apiKey, type Product } from './product.ts';
import { signIn } from './signIn.ts';
import { startWithTenWeeks } from './startWithTenWeeks.ts';

// The promise: a manager marks what happened; every chart of that time shows it, no figure changes, and what is
// usual is learned without it.

const key = { authorization: `Bearer ${apiKey}` };
let product: Product;
test.beforeAll(async () => {
	product = await startWithTenWeeks();
	await expect
		.poll(async () => (await read('forecast?days=2&grain=day')).rows.length, { timeout: 60_000 })
		.toBe(2);
});
test.afterAll(() => product.stop());

async function read(what: string) {
	const response = await fetch(`${product.url}/api/v1/queues/payments/${what}`, { headers: key });
	expect(response.status).toBe(200);
	return response.json();
}

/** Days behind the cell of Mondays at ten o'clock. */
async function mondays(): Promise<number> {
	const { cells } = await read('peaks?weeks=8');
	return cells.find(({ weekday, hour }: { weekday: number; hour: number }) => weekday === 1 && hour === 10)
		.days;
}

test('what is marked shows on the charts of that time and is left out of what is usual', async ({ page }) => {
	const load = await read('load?from=2026-08-24&to=2026-08-25&grain=hour');
	expect(await mondays()).toBe(8);
	await signIn(page, product, '/dashboard/payments/annotations');
	await expect(page.locator('.lead')).toHaveText('Nothing is marked yet.');
	await page.getByLabel('From').fill('2026-08-24T10:20');
	await page.getByLabel('To', { exact: true }).fill('2026-08-24T11:00');
	await page.getByLabel('What happened').fill('App outage');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('status')).toContainText('Saved.');
	await expect(page.locator('.lead')).toHaveText(
		'One stretch of time is marked and left out of what is usual.'
	);
	await expect(page.getByRole('listitem').filter({ hasText: 'App outage' })).toContainText(
		'Mon, Aug 24, 2026 10:20–11:00'
	);
	await expectAccessible(page);
	expect(await mondays()).toBe(7);
	expect(await read('load?from=2026-08-24&to=2026-08-25&grain=hour')).toEqual(load);
	expect((await read('annotations')).annotations).toMatchObject([
		{
			queue: 'payments',
			start: '2026-08-24T10:20:00+08:00',
			end: '2026-08-24T11:00:00+08:00',
			leave_out: true
		}
	]);

	await page.goto(`${product.url}/dashboard/payments?from=2026-08-24&to=2026-08-24&grain=hour&lang=en`);
	const range = page.locator('#range');
	await expect(range).toContainText('Mon, Aug 24 10:20–11:00: App outage (left out of what is usual)');
	await range.getByText('Show as table').click();
	await expect(range.getByRole('row', { name: /^10:00–11:00/ })).toContainText('App outage');
	await expect(range.getByRole('row', { name: /^11:00–12:00/ })).not.toContainText('App outage');
	await expect(page.locator('#today')).not.toContainText('App outage');
	await expectAccessible(page);

	await page.goto(`${product.url}/dashboard/payments/compare?from=2026-08-17&to=2026-08-23&lang=en`);
	await expect(page.locator('#days')).not.toContainText('App outage');
	await page.goto(`${product.url}/dashboard/payments/compare?from=2026-08-24&to=2026-08-30&lang=en`);
	const pairs = page.locator('#days');
	await expect(pairs).toContainText('Marked, above (Mon, Aug 24, 2026 to Sun, Aug 30, 2026)');
	await expect(pairs).toContainText('10:20–11:00: App outage (left out of what is usual)');
	await pairs.getByText('Show as table').click();
	await expect(pairs.getByRole('row', { name: /^Mon, Aug 24/ })).toContainText('App outage');
	await expect(pairs.getByRole('row', { name: /^Tue, Aug 25/ })).not.toContainText('App outage');
	await expectAccessible(page);

	await page.goto(`${product.url}/dashboard/payments/callers?lang=en`);
	const record = page.locator('#record');
	await expect(record).toContainText('Mon, Aug 24 10:20–11:00: App outage (left out of what is usual)');
	await record.getByText('Show as table').click();
	await expect(record.getByRole('row', { name: /^Mon, Aug 24/ })).toContainText('App outage');

	// What has no axis of time says it.
	const said = 'In this time: Mon, Aug 24 10:20–11:00: App outage (left out of what is usual).';
	await page.goto(`${product.url}/dashboard/payments?lang=en`);
	await expect(page.locator('#peaks figcaption').first()).toContainText(said);
	for (const where of ['waits', 'topics']) {
		await page.goto(`${product.url}/dashboard/payments/${where}?from=2026-08-20&to=2026-08-24&lang=en`);
		await expect(page.locator('figcaption').first()).toContainText(said);
		await page.goto(`${product.url}/dashboard/payments/${where}?from=2026-08-25&to=2026-08-30&lang=en`);
		await expect(page.locator('figcaption').first()).not.toContainText('App outage');
	}

	await page.goto(`${product.url}/dashboard/payments/special-days?year=2026&lang=en`);
	const year = page.locator('#year');
	await expect(year).toContainText('App outage');
	await year.getByText('Show as table').click();
	await expect(year.getByRole('row', { name: /^Mon, Aug 24/ })).toContainText('App outage');
});

test('a change, a deletion and its undoing', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments/annotations');
	const entry = page.getByRole('listitem').filter({ hasText: 'App outage' });
	await entry.getByRole('link', { name: 'Change: App outage' }).click();
	await expect(page.getByLabel('From')).toHaveValue('2026-08-24T10:20');
	await page.getByLabel('To', { exact: true }).fill('2026-08-24T09:00');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('status')).toContainText('It must end after it begins.');
	await page.getByLabel('To', { exact: true }).fill('2026-08-24T10:50');
	await page.getByLabel('Leave it out').uncheck();
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(entry).toContainText('10:20–10:50 · counts');
	await expect(entry).toHaveCount(1);
	expect(await mondays()).toBe(8);
	await entry.getByRole('button', { name: 'Delete: App outage' }).click();
	await expect(page.getByRole('status')).toContainText(/“App outage” was deleted on Mon, Aug 31 11:\d\d\./);
	await expect(entry).toHaveCount(0);
	expect((await read('annotations')).annotations).toEqual([]);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(entry).toHaveCount(1);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the day that runs is marked for all queues, in Chinese, on a telephone', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 800 });
		await signIn(page, product, '/dashboard/payments/annotations', 'zh');
		await page.getByLabel('开始').fill('2026-08-31T09:30');
		await page.getByLabel('结束').fill('2026-08-31T10:15');
		await page.getByLabel('发生了什么').fill('支付通道故障');
		await page.getByLabel('适用于').selectOption('all');
		await page.getByRole('button', { name: '保存' }).click();
		await expect(page.getByRole('status')).toContainText('已保存');
		await expect(page.getByRole('listitem').filter({ hasText: '支付通道故障' })).toContainText(
			'2026年8月31日 周一 09:30–10:15 · 不计入常态 · 全部队列'
		);
		await expectNoSidewaysScroll(page);
		await page.goto(`${product.url}/dashboard/payments?lang=zh`);
		await expect(page.locator('#today')).toContainText('支付通道故障（不计入常态）');
		await page.goto(`${product.url}/dashboard/payments/forecast?day=2026-08-31&lang=zh`);
		await expect(page.locator('#hours')).toContainText('支付通道故障');
		await expect(page.locator('#days')).toContainText('支付通道故障');
		await expectNoSidewaysScroll(page);
	});
});
