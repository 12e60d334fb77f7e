import { expect, test, type Locator } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import type { Product } from './product.ts';
import { signIn } from './signIn.ts';
import { startWithTenWeeks } from './startWithTenWeeks.ts';

// The promise: a manager learns when it is busy, in words, pictures and tables, with or without scripts.

let product: Product;
test.beforeAll(async () => {
	product = await startWithTenWeeks();
});
test.afterAll(() => product.stop());

test('says when the week is busy, in words, a picture and a table', async ({ page }) => {
	await signIn(page, product);
	await page.getByRole('link', { name: 'payments' }).click();
	const peaks = page.getByRole('region', { name: 'When it is busy' });
	await expect(peaks).toContainText('Monday 09:00–12:00: about 30 calls an hour');
	await expect(peaks.locator('figcaption')).toContainText('Most calls come on Monday');
	await peaks.getByText('Show as table').click();
	const nine = peaks.getByRole('row', { name: /^09:00–10:00/ });
	await expect(nine.getByRole('cell').first()).toHaveText('30 an hour (8 days)');
	await expect(nine.getByRole('cell').nth(1)).toHaveText('12 an hour (8 days)');
});

test('a table that is opened before the scripts have come is filled when they are there', async ({
	page
}) => {
	await signIn(page, product);
	let letScriptsCome = () => {};
	const mayCome = new Promise<void>((resolve) => (letScriptsCome = resolve));
	await page.route('**/*.js', async (route) => {
		await mayCome;
		await route.continue();
	});
	await page.goto(`${product.url}/dashboard/payments`, { waitUntil: 'commit' });
	const peaks = page.locator('#peaks');
	const nine = peaks.getByRole('row', { name: /^09:00–10:00/ });
	await peaks.getByText('Show as table').click();
	await expect(peaks.getByRole('region', { name: /by weekday and hour/ })).toBeVisible();
	await expect(nine).toHaveCount(0);
	// Both drawings of the week are there until scripts keep the one that is shown.
	await expect(peaks.locator('svg[role=img]')).toHaveCount(2);
	letScriptsCome();
	await expect(peaks.locator('svg[role=img]')).toHaveCount(1);
	await expect(nine.getByRole('cell').first()).toHaveText('30 an hour (8 days)');
	await peaks.getByText('Show as table').click();
	await expect(nine).toHaveCount(0);
});

test('charts wake up when somebody uses the page, or when what they show changes', async ({
	page,
	context
}) => {
	await signIn(page, product);
	// Over a page on which somebody has clicked lies a mouse.
	const untouched = async () => {
		const other = await context.newPage();
		// What Playwright asks of a page counts as a click there.
		await other.addInitScript(() =>
			Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive: false } })
		);
		await other.clock.install();
		await other.goto(`${product.url}/dashboard/payments`);
		// The page itself is awake.
		await expect(other.locator('#now .state')).toHaveClass(/followed|live/);
		await expect(other.locator('#peaks svg[role=img]')).toHaveCount(2);
		await expect(other.locator('#today .reading')).toBeHidden();
		return other;
	};
	const used = await untouched();
	await used.mouse.move(5, 5);
	await expect(used.locator('#peaks svg[role=img]')).toHaveCount(1);
	await expect(used.locator('#today .reading')).toBeVisible();
	await used.close();

	const renewed = await untouched();
	// The page's notices are asked for anew.
	await renewed.clock.runFor(31_000);
	await expect(renewed.locator('#peaks svg[role=img]')).toHaveCount(1);
	await renewed.close();
});

test('the week is turned where the page becomes narrow', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments');
	const drawing = page.locator('#peaks svg[role=img]');
	await page.mouse.move(5, 5);
	await expect(drawing).toHaveCount(1);
	await expect(drawing).toHaveAttribute('viewBox', /^0 0 1000 /);
	await page.setViewportSize({ width: 600, height: 900 });
	await expect(drawing).toHaveAttribute('viewBox', /^0 0 360 /);
	await expect(drawing).toBeVisible();
});

test('says whether today is usual, and reads the chart out to the keyboard', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments');
	await expect(page.locator('.lead')).toContainText('A usual day so far:');
	await expect(page.locator('.lead')).toContainText('the last 8 Mondays');
	const reader = page.getByRole('slider', { name: 'Read today’s bars' });
	await reader.focus();
	await page.keyboard.press('ArrowRight');
	await expect(reader).toHaveAttribute('aria-valuetext', /^10:00–11:00: Today 30 · Answered 27 /);
	await page.getByRole('link', { name: 'Quarter hour' }).click();
	await expect(page).toHaveURL(/step=quarter/);
	await page.locator('#today').getByText('Show as table').click();
	await expect(page.locator('#today').getByRole('row', { name: /^10:15–10:30 7 / })).toBeVisible();
});

test('leads from an hour of the week to its days, from a day to its hours, from an hour to its calls', async ({
	page
}) => {
	await signIn(page, product, '/dashboard/payments?measure=agents');
	await expect(page.locator('#peaks figcaption')).toContainText('Most agents are needed on Monday');
	await page.getByRole('link', { name: 'Service level' }).click();
	await expect(page.locator('#peaks figcaption')).toContainText('The service level is lowest on Monday');
	await page.locator('#peaks').getByText('Show as table').click();
	await page.locator('#peaks tbody a').first().click();
	const cell = page.getByRole('region', { name: 'Monday, 09:00–10:00' }).first();
	await expect(cell).toContainText('30 calls on average over 8 days: from 30 on');
	await cell.getByRole('link', { name: 'Mon, Aug 24' }).click();
	await expect(page.locator('#range figcaption')).toContainText('162 calls on Mon, Aug 24');
	await page.locator('#range').getByText('Show as table').click();
	await page.locator('#range').getByRole('link', { name: '10:00–11:00' }).click();
	await expect(page).toHaveURL(/payments\/calls\?from=2026-08-24T10%3A00%3A00%2B08%3A00/);
	await expect(page.locator('.lead')).toContainText('30 calls');
});

for (const hasTouch of [false, true])
	test(`a bar leads to its hours, an hour to its calls and a square of the week to its days, ${hasTouch ? 'touched' : 'clicked'}`, async ({
		browser
	}) => {
		const context = await browser.newContext({ hasTouch });
		const page = await context.newPage();
		await signIn(page, product, '/dashboard/payments?from=2026-08-24&to=2026-08-30&grain=day');
		await expect(page.locator('#range').getByRole('slider')).toBeEnabled();
		/** A place in a drawing, as shares of its width and height. */
		const pressAt = async (drawing: Locator, across: number, down: number) => {
			await drawing.scrollIntoViewIfNeeded();
			const box = await drawing.boundingBox();
			if (!box) throw new Error('The chart leads nowhere.');
			const at = [box.x + box.width * across, box.y + box.height * down] as const;
			await (hasTouch ? page.touchscreen.tap(...at) : page.mouse.click(...at));
		};
		/** The range's middle bar of so many, or the one that is so far beside it. */
		const press = (of: number, beside: number) =>
			pressAt(page.locator('#range svg.over'), ((of - 1) / 2 + beside + 0.5) / of, 0.5);
		// Monday is the first row.
		await pressAt(page.locator('#peaks svg.over'), 0.1, 0.15);
		await expect(page.getByRole('region', { name: /^Monday, / }).first()).toContainText(
			'on average over 8 days'
		);
		await press(7, -3);
		await expect(page.locator('#range figcaption')).toContainText('162 calls on Mon, Aug 24');
		await press(24, -1.5);
		await expect(page).toHaveURL(/payments\/calls\?from=2026-08-24T10%3A00%3A00%2B08%3A00/);
		await context.close();
	});

test('keeps every choice in the address, and needs no scripts', async ({ browser }) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 360, height: 800 }
	});
	const page = await context.newPage();
	await signIn(page, product, '/dashboard/payments');
	await page.getByRole('link', { name: '90th percentile of the wait' }).click();
	await expect(page.locator('#peaks figcaption')).toContainText('up to 1 min 30 s');
	await page.locator('#peaks .tall svg.over a').first().click();
	await expect(page).toHaveURL(/cell=1-9/);
	await page.getByLabel('First day').fill('2026-08-24');
	await page.getByLabel('Last day').fill('2026-08-24');
	await page.getByRole('button', { name: 'Show' }).click();
	await expect(page).toHaveURL(/measure=p90.*from=2026-08-24&to=2026-08-24&grain=hour/);
	await expect(page.locator('#range figcaption')).toContainText('162 calls on Mon, Aug 24');
	await page.getByRole('link', { name: '中文' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
	await expect(page.locator('#range figcaption')).toContainText('8月24日 周一，共 162 通来电');
	await expectNoSidewaysScroll(page);
	await context.close();
});

test('says that there is no such queue', async ({ page }) => {
	await signIn(page, product);
	const response = await page.goto(`${product.url}/dashboard/nowhere?lang=en`);
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not found');
	await expectAccessible(page);
});
