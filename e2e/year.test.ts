import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { apiKey, startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';

// The promise: with a year of calls, managers see the peaks and callers when to call, in both languages and on any screen.

let product: Product;
test.beforeAll(async () => {
	test.setTimeout(300_000);
	// A Monday morning in Shanghai: a workday with its peak under way.
	product = await startProduct({
		command: 'demo',
		readyMs: 280_000,
		env: { OFFPEAK_NOW: '2026-11-16T10:40:00+08:00' }
	});
});
test.afterAll(() => product.stop());

const widths = [360, 1440];
const langs = ['zh', 'en'] as const;

/** Every chart on the page comes with a table that opens by keyboard and has rows. */
async function expectTables(page: Page): Promise<void> {
	const figures = page.locator('figure:has(svg)');
	const count = await figures.count();
	expect(count).toBeGreaterThan(0);
	for (let i = 0; i < count; i++) {
		const figure = figures.nth(i);
		await figure.locator('summary').first().focus();
		await page.keyboard.press('Enter');
		await expect(figure.locator('table').first()).toBeVisible();
		expect(await figure.locator('tbody tr').count()).toBeGreaterThan(0);
	}
}

for (const lang of langs)
	for (const width of widths)
		test(`the dashboard of a year, ${lang}, ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 900 });
			await signIn(page, product, '/dashboard', lang);
			await expect(page.locator('html')).toHaveAttribute('lang', lang === 'zh' ? 'zh-CN' : 'en');
			for (const slug of ['payments', 'refunds', 'security'])
				await expect(page.locator(`a[href*="/dashboard/${slug}"]`).first()).toBeVisible();
			await expectNoSidewaysScroll(page);
			await expectAccessible(page);

			await page.goto(`${product.url}/dashboard/payments?lang=${lang}`);
			const finding = page
				.locator('main')
				.getByText(lang === 'zh' ? /周一.*[0-9]+/ : /Monday.*[0-9]+/)
				.first();
			await expect(finding).toBeVisible();
			await expectTables(page);
			await expectNoSidewaysScroll(page);
			await expectAccessible(page);
			if (lang === 'en') expect(await page.locator('main').innerText()).not.toMatch(/[一-鿿]{3}/);

			await page.emulateMedia({ colorScheme: 'dark' });
			await expectAccessible(page);
		});

test('the dashboard says the same without JavaScript', async ({ browser }) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await signIn(page, product, '/dashboard/payments');
	expect(await page.locator('figure svg').count()).toBeGreaterThan(1);
	await expect(page.locator('figure table').first()).toBeAttached();
	await page.context().close();
});

for (const lang of langs)
	for (const width of widths)
		test(`what callers see, ${lang}, ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 900 });
			for (const path of ['/', '/call/payments', '/call/security', '/embed/payments']) {
				await page.goto(`${product.url}${path}?lang=${lang}`);
				await expect(page.locator('html')).toHaveAttribute('lang', lang === 'zh' ? 'zh-CN' : 'en');
				await expectNoSidewaysScroll(page);
				await expectAccessible(page);
				await page.emulateMedia({ colorScheme: 'dark' });
				await expectAccessible(page);
				await page.emulateMedia({ colorScheme: 'light' });
			}
		});

test('calls go on: who waits now is told from the line itself', async ({ request }) => {
	test.setTimeout(200_000);
	const headers = { authorization: `Bearer ${apiKey}` };
	const live = async (slug: string) =>
		(await request.get(`${product.url}/api/v1/queues/${slug}/live`, { headers })).json();
	const { today } = await live('payments');
	await expect
		// At this hour one comes every minute.
		.poll(async () => (await live('payments')).today.offered, { timeout: 180_000 })
		.toBeGreaterThan(today.offered);
	expect((await live('payments')).feed).toBe('live');
	const told = await request.get(`${product.url}/api/v1/public/queues/payments/best-time?lang=en`);
	expect((await told.json()).now.basis).toBe('live');
});

test('public answers carry nothing but levels, ranges and times, and no cookie', async ({ request }) => {
	for (const slug of ['payments', 'refunds', 'security']) {
		const response = await request.get(`${product.url}/api/v1/public/queues/${slug}/best-time?lang=en`);
		expect(response.status()).toBe(200);
		expect(response.headers()['set-cookie']).toBeUndefined();
		expect(response.headers()['access-control-allow-origin']).toBe('*');
		expect(response.headers()['cache-control']).toBe(
			'public, max-age=60, s-maxage=300, stale-while-revalidate=600'
		);
		const answer = await response.json();
		expect(Object.keys(answer).sort()).toEqual(
			[
				'accuracy',
				'as_of',
				'avoid',
				'best',
				'instead',
				'lang',
				'now',
				'open',
				'queue',
				'valid_until',
				'verdict',
				'week'
			].sort()
		);
		expect(answer.best.length).toBeGreaterThanOrEqual(2);
		expect(JSON.stringify(answer)).not.toMatch(/offered|calls|agents|_count/);
		const again = await request.get(response.url(), {
			headers: { 'if-none-match': response.headers().etag ?? '' }
		});
		expect([304, 200]).toContain(again.status());
	}
});
