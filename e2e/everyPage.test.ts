import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { managerPages } from './managerPages.ts';
import { pageScripts } from './pageScripts.ts';
import type { Product } from './product.ts';
import { signIn } from './signIn.ts';
import { startWithTenWeeks } from './startWithTenWeeks.ts';

// The promise: every page of managers is for everybody, with and without scripts, and is light.

test.describe.configure({ timeout: 180_000 });

const pages = managerPages('payments');
const mostScripts = 120 * 1024;

let product: Product;
test.beforeAll(async () => {
	product = await startWithTenWeeks();
});
test.afterAll(() => product.stop());

test('there are pages, and each has at most 120 KB of scripts', async ({ page }) => {
	expect(pages).toEqual(expect.arrayContaining(['/dashboard', '/dashboard/payments/waits', '/people']));
	await signIn(page, product);
	const cookies = await page.context().cookies();
	const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	const heavy = [];
	for (const path of pages) {
		const bytes = await pageScripts(product.url + path, { cookie });
		if (bytes > mostScripts) heavy.push(`${path}: ${Math.round(bytes / 1024)} KB`);
	}
	expect(heavy).toEqual([]);
	const answer = await page.goto(`${product.url}/dashboard/payments`);
	expect(answer?.headers()['content-encoding']).toBe('gzip');
	// The count does count.
	expect(await pageScripts(`${product.url}/dashboard`, { cookie })).toBeGreaterThan(10_000);
});

for (const { lang, colorScheme } of [
	{ lang: 'en', colorScheme: 'light' },
	{ lang: 'zh', colorScheme: 'dark' }
] as const)
	test.describe('to look at', () => {
		test.use({ colorScheme });
		test(`axe finds nothing, nothing is wider than the window, and nothing jumps: ${lang}, ${colorScheme}`, async ({
			page
		}) => {
			await page.addInitScript(countShifts);
			await signIn(page, product, '/dashboard', lang);
			for (const path of pages) {
				for (const width of [360, 1440]) {
					await page.setViewportSize({ width, height: 900 });
					await page.goto(product.url + path);
					await expect(page.locator('h1').first()).toBeVisible();
					await expectNoSidewaysScroll(page);
					expect(await shifted(page), `${path} at ${width}`).toBeLessThan(0.05);
				}
				await expectAccessible(page);
			}
		});
	});

test('the table of every chart is reached by keyboard, and has headers', async ({ page }) => {
	await signIn(page, product);
	let charts = 0;
	for (const path of pages) {
		await page.goto(product.url + path);
		const figures = page.locator('main figure').filter({ has: page.locator('svg') });
		for (const figure of await figures.all()) {
			const summary = figure.getByText('Show as table');
			await summary.focus();
			await page.keyboard.press('Enter');
			const table = figure.getByRole('table');
			await expect(table, path).toBeVisible();
			await page.keyboard.press('Tab');
			await expect(figure.getByRole('region').first(), path).toBeFocused();
			expect(await table.getByRole('columnheader').count(), path).toBeGreaterThan(1);
			expect(await table.getByRole('rowheader').count(), path).toBeGreaterThan(0);
			charts++;
		}
	}
	expect(charts).toBeGreaterThan(10);
});

test('the heat map is read out as one sentence, and as a table with headers', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments');
	const figure = page.locator('#peaks figure');
	const sentence = await figure.locator('.finding').innerText();
	expect(sentence).toMatch(/^Most calls come on Monday .* an hour\.$/);
	const pictures = figure.getByRole('img');
	await expect(pictures).toHaveCount(1);
	await expect(pictures).toHaveAccessibleName(sentence);
	// What is drawn is not read out piece by piece: in the browser's own tree the picture has nothing below it.
	const session = await page.context().newCDPSession(page);
	const { nodes } = await session.send('Accessibility.getFullAXTree');
	const [read, ...others] = nodes.filter(
		({ role, name }) => role?.value === 'image' && name?.value === sentence
	);
	expect(others).toEqual([]);
	const below = nodes.filter(({ nodeId, ignored }) => read?.childIds?.includes(nodeId) && !ignored);
	expect(read?.name?.value).toBe(sentence);
	expect(below).toEqual([]);
	// So is every other picture of the page.
	const pictured = nodes.filter(({ role, ignored }) => role?.value === 'image' && !ignored);
	const inside = new Set(pictured.flatMap(({ childIds }) => childIds ?? []));
	expect(pictured.length).toBeGreaterThan(2);
	expect(nodes.filter(({ nodeId, ignored }) => inside.has(nodeId) && !ignored)).toEqual([]);
	await figure.getByText('Show as table').click();
	const table = figure.getByRole('table');
	await expect(table).toHaveAccessibleName(/by weekday and hour/);
	await expect(table.getByRole('columnheader')).toHaveText([
		'Hour',
		...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
	]);
	await expect(table.getByRole('rowheader').first()).toHaveText('09:00–10:00');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('every page is whole, and offers nothing that would need them', async ({ page, browser }) => {
		const scripted = await (await browser.newContext({ locale: 'en-GB' })).newPage();
		await signIn(scripted, product);
		await signIn(page, product);
		for (const path of pages) {
			await page.goto(product.url + path);
			await scripted.goto(product.url + path);
			await expect(page.locator('h1').first(), path).toBeVisible();
			for (const what of ['main h1, main h2', 'main figure', 'main table', 'main form'])
				expect(await page.locator(what).count(), `${path}: ${what}`).toBe(
					await scripted.locator(what).count()
				);
			for (const button of await page.locator('main button:visible, header button:visible').all())
				expect(
					await button.evaluate((one: HTMLButtonElement) => one.type === 'submit' && one.form !== null),
					`${path}: ${await button.innerText()}`
				).toBe(true);
			const [first] = await page.locator('main figure summary').all();
			if (!first) continue;
			await first.click();
			await expect(page.locator('main figure table').first(), path).toBeVisible();
		}
	});
});

function countShifts(): void {
	let sum = 0;
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) sum += Number(Reflect.get(entry, 'value'));
		Reflect.set(window, 'shifted', sum);
	}).observe({ type: 'layout-shift', buffered: true });
	Reflect.set(window, 'shifted', 0);
}

/** How far what one looked at has moved, as browsers count it (cumulative layout shift). */
async function shifted(page: Page): Promise<number> {
	await page.evaluate(
		() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
	);
	return page.evaluate(() => Number(Reflect.get(window, 'shifted')));
}
