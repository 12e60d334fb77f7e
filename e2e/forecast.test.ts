import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { apiKey, type Product } from './product.ts';
import { signIn } from './signIn.ts';
import { startWithTenWeeks } from './startWithTenWeeks.ts';

// The promise: a manager sees what the next days and hours will bring, how sure that is, why, and how near it has been.

const key = { authorization: `Bearer ${apiKey}` };
let product: Product;
test.beforeAll(async () => {
	product = await startWithTenWeeks();
	// An import of the past is followed by a forecast on its own.
	await expect
		.poll(async () => (await forecast('days=2&grain=day')).rows.length, { timeout: 60_000 })
		.toBe(2);
});
test.afterAll(() => product.stop());

async function forecast(query: string) {
	const response = await fetch(`${product.url}/api/v1/queues/payments/forecast?${query}`, { headers: key });
	expect(response.status).toBe(200);
	return response.json();
}

test('the API gives hours and days with intervals, waits, agents and reasons', async () => {
	const days = await forecast('days=14&grain=day&lang=en');
	expect(days.rows).toHaveLength(14);
	// Monday the 31st: 3 hours of 30 calls and 6 of 12, and on other workdays 9 of 12.
	const [today, tuesday] = days.rows;
	expect(today.start).toBe('2026-08-31T00:00:00+08:00');
	expect(Math.abs(today.offered.p50 - 162)).toBeLessThan(12);
	expect(Math.abs(tuesday.offered.p50 - 108)).toBeLessThan(12);
	expect(tuesday.reason).toMatch(/level of the last weeks \d+ a day$/);
	const [, , , , , saturday] = days.rows;
	expect(saturday.offered).toMatchObject({ p50: 0, p90: 0 });
	const hours = await forecast('days=2');
	expect(hours.rows).toHaveLength(48);
	const ten = hours.rows[24 + 10];
	expect(ten).toMatchObject({ start: '2026-09-01T10:00:00+08:00', end: '2026-09-01T11:00:00+08:00' });
	expect(Math.abs(ten.offered.p50 - 12)).toBeLessThan(2);
	expect(ten.offered.p10).toBeLessThanOrEqual(ten.offered.p50);
	expect(ten.offered.p90).toBeGreaterThanOrEqual(ten.offered.p50);
	// On other days than Mondays callers wait ten seconds; calls take 190.
	expect(ten.wait_p50_seconds).toBeGreaterThan(5);
	expect(ten.wait_p50_seconds).toBeLessThan(30);
	expect(ten.agents).toBeGreaterThanOrEqual(2);
	expect(ten.reason).toMatch(/^占全天 11\.\d%/);
	expect(hours.rows[3]).toMatchObject({ wait_p50_seconds: null, agents: 0 });
});

test('the page says what tomorrow brings, as a picture and as a table', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments/forecast');
	await expect(page.locator('.lead')).toContainText(/^Tomorrow about 1\d\d calls \(\d+–\d+\)/);
	const days = page.getByRole('region', { name: 'Next days', exact: true });
	await expect(days.getByRole('img').first()).toHaveAccessibleName(/^About 1,\d{3} calls from Mon, Aug 31/);
	await expect(days.getByRole('listitem').filter({ hasText: 'Mon, Sep 7' })).toContainText('Monday +');
	const hours = page.getByRole('region', { name: 'Hours of Mon, Aug 31' });
	await expect(hours.getByRole('img').first()).toHaveAccessibleName(
		/^\d+ calls until \d\d:00, about \d+ still to come/
	);
	await hours.getByText('Show as table').click();
	await expect(hours.getByRole('row', { name: /^10:00–11:00 (29|3\d)(\.\d)? 30 / })).toContainText(
		'of the day, Monday +'
	);
	await expectAccessible(page);
});

test('each hour explains itself to the keyboard', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments/forecast?day=2026-09-01');
	const hours = page.getByRole('region', { name: 'Hours of Tue, Sep 1' });
	await hours.getByRole('slider', { name: 'Read the hours' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(hours.getByRole('status')).toContainText(
		/^10:00–11:00: Expected 1\d(\.\d)? .*11\.\d% of the day/
	);
});

test('says how near it has been, and what was only replayed', async ({ page }) => {
	await expect(async () => {
		await signIn(page, product, '/dashboard/payments/forecast');
		await expect(page.getByRole('row', { name: /^1 day before/ })).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 30_000 });
	const accuracy = page.getByRole('region', { name: 'How near it has been' });
	await expect(accuracy).toContainText(/One day ahead the forecast was off by \d+\.\d% of an hour’s calls/);
	await expect(accuracy).toContainText('replayed, each from what was known on its day');
	await expect(accuracy.getByRole('row')).toHaveCount(6);
});

test('is in Chinese what it is in English, by picture, table and axe', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments/forecast?day=2026-09-01', 'zh');
	const hours = page.getByRole('region', { name: '9月1日 周二各小时' });
	await expect(hours.getByRole('img').first()).toHaveAccessibleName(/通/);
	await hours.getByText('以表格显示').click();
	await expect(hours.getByRole('row', { name: /^10:00–11:00/ })).toContainText('占全天 11');
	const monday = page.locator('#days').getByRole('listitem').filter({ hasText: '9月7日 周一' });
	await expect(monday).toContainText('近几周平均每天');
	await expectAccessible(page);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('another day by a link, in Chinese, on a telephone', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 800 });
		await signIn(page, product, '/dashboard/payments/forecast', 'zh');
		await expect(page.locator('.lead')).toContainText(/^明天约 1\d\d 通来电/);
		await page.getByRole('link', { name: '9月2日 周三' }).click();
		const hours = page.getByRole('region', { name: '9月2日 周三各小时' });
		await expect(hours).toContainText('为什么是这么多：');
		await hours.getByText('以表格显示').click();
		await expect(hours.getByRole('row', { name: /^10:00–11:00/ })).toContainText('占全天 11');
		await expectNoSidewaysScroll(page);
	});
});
