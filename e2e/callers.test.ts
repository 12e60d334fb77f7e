import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { Client } from './client.ts';
import { startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';

// The promise: a manager sees what callers are told, from what, and how often it held.

let product: Product;
const hourMs = 3_600_000;

test.beforeAll(async () => {
	product = await startProduct({ env: { OFFPEAK_ZONE: 'Asia/Shanghai' } });
	const client = new Client(product);
	await client.putQueue('wallet', {
		name: { en: 'Wallet', zh: '钱包' },
		public: { enabled: true, parts: { now: true, week: true, accuracy: true } }
	});
	const now = Math.floor(Date.now() / hourMs) * hourMs;
	const calls = Array.from({ length: 70 * 24 * 3 }, (_, i) => {
		const enqueuedAt = now - hourMs - i * 20 * 60_000;
		const answeredAt = enqueuedAt + (20 + ((i * 37) % 90)) * 1000;
		return {
			id: `c${i}`,
			queue: 'wallet',
			enqueued_at: new Date(enqueuedAt).toISOString(),
			answered_at: new Date(answeredAt).toISOString(),
			ended_at: new Date(answeredAt + 120_000).toISOString()
		};
	});
	expect((await client.send(calls)).answer.created).toBe(calls.length);
	// The record is filled by what runs by itself; a look at the page of a private line does it at once.
	await client.putQueue('wallet', { public: { enabled: false } });
});
test.afterAll(() => product.stop());

for (const { lang, width, scheme } of [
	{ lang: 'en', width: 1440, scheme: 'light' },
	{ lang: 'zh', width: 360, scheme: 'dark' }
] as const) {
	test(`what callers are told and how it held, in ${lang} at ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme: scheme });
		await signIn(page, product, '/dashboard/wallet/callers', lang);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(lang === 'en' ? 'Wallet' : '钱包');
		await expect(page.locator('.lead')).toContainText(/100\s?%|9\d\s?%|8\d\s?%/);
		await expect(page.locator('#now')).toContainText(lang === 'en' ? 'not public' : '未公开');
		await expect(page.locator('figure svg rect.replayed').nth(20)).toBeVisible();
		await page.locator('main details summary').first().click();
		await expect(page.getByRole('table').getByRole('row')).toHaveCount(29);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		await page.locator('main details summary').first().click();
		await page.screenshot({ path: `test-results/callers-${lang}.png`, fullPage: true });
	});
}

test('without such a queue there is no page', async ({ page }) => {
	await signIn(page, product);
	expect((await page.goto(`${product.url}/dashboard/none/callers`))?.status()).toBe(404);
});
