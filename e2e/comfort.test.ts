import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Client } from './client.ts';
import { startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';

// The promise: who looks every day gets about by keyboard, and finds things as they were left.

let product: Product;
test.beforeAll(async () => {
	product = await startProduct();
	const enqueued_at = new Date(Date.now() - 86_400_000).toISOString();
	const client = new Client(product);
	await client.send(
		['refunds', 'payments'].map((queue) => ({ id: queue, queue, enqueued_at, ended_at: enqueued_at }))
	);
});
test.afterAll(() => product.stop());

test('? lists the keys, g goes to a queue, / searches, o leads back', async ({ page }) => {
	await signIn(page, product);
	await expect(page.getByRole('button', { name: 'Keyboard' })).toBeVisible();
	await page.keyboard.press('?');
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('Go to a queue');
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await page.keyboard.press('g');
	await expect(dialog.getByRole('option', { name: 'refunds' })).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.type('ref');
	await expect(dialog.getByRole('option').first()).toHaveText('refunds');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/dashboard\/refunds/);
	await page.keyboard.press('/');
	await page.keyboard.type('forec');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/dashboard\/refunds\/forecast/);
	await page.keyboard.press('o');
	await expect(page).toHaveURL(/\/dashboard(\?|$)/);
});

test('what is typed into a field is not taken for a key', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments/calls');
	await page.getByRole('textbox').or(page.getByRole('spinbutton')).first().press('?');
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('how one looked last is how one looks next, and the address says it', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments');
	await page.getByRole('link', { name: '90th percentile of the wait' }).click();
	await expect(page).toHaveURL(/measure=p90/);
	await page.getByRole('link', { name: '13 weeks' }).hover();
	await page.goto(`${product.url}/dashboard/refunds`);
	await expect(page).toHaveURL(`${product.url}/dashboard/refunds?measure=p90`);
	await page.goto(`${product.url}/dashboard/refunds?measure=load`);
	await expect(page).toHaveURL(/measure=load/);
});

test('a page that takes long shows at once that it comes, and the rarer pages are behind one word', async ({
	page
}) => {
	await signIn(page, product);
	let goOn = () => {};
	const held = new Promise<void>((resolve) => (goOn = resolve));
	await page.route(/trend\/__data\.json/, async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`${product.url}/dashboard/payments`);
	// Before its scripts have come a link loads a document of its own.
	await expect(page.getByRole('button', { name: 'Keyboard' })).toBeVisible();
	await page.getByRole('link', { name: 'Trend' }).click();
	await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'true');
	await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Today' })).toBeHidden();
	await expectAccessible(page);
	goOn();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('payments');
	await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
	await expect(page).toHaveURL(/\/trend/);

	const people = page.getByRole('link', { name: 'People' });
	await expect(people).toBeHidden();
	await page.getByText('Administration').click();
	await expect(people).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(people).toBeHidden();
	await page.getByText('Administration').click();
	await people.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('People');
});

test('a page is there before it asks for its scripts', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments');
	await expect(page.getByRole('button', { name: 'Keyboard' })).toBeVisible();
	const [painted = Infinity, asked] = await page.evaluate(() => {
		const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
		return [
			performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
			Math.min(...scripts.map(({ startTime }) => startTime))
		];
	});
	expect(asked).toBeGreaterThan(painted);
});

test('a page that is never painted, as in a tab behind others, wakes up all the same', async ({ page }) => {
	await page.addInitScript(() => {
		window.PerformanceObserver = class extends PerformanceObserver {
			override observe() {}
		};
	});
	await signIn(page, product, '/dashboard/payments');
	await expect(page.getByRole('button', { name: 'Keyboard' })).toBeVisible();
});
