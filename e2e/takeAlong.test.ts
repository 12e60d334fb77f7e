import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { Client } from './client.ts';
import type { Product } from './product.ts';
import { signIn } from './signIn.ts';
import { startWithTenWeeks } from './startWithTenWeeks.ts';
import { tenWeeksEndAt } from './tenWeeks.ts';

// The promise: what a manager sees can be taken along: pictures, tables, a report, a link, a screen on the wall.

let product: Product;
test.beforeAll(async () => {
	product = await startWithTenWeeks();
});
test.afterAll(() => product.stop());

async function send(call: object): Promise<void> {
	const { answer } = await new Client(product).send(call);
	expect(answer).toMatchObject({ rejected: 0 });
}

const pages = [
	'/dashboard/payments?from=2026-08-24&to=2026-08-30',
	'/dashboard/payments/waits?from=2026-08-24&to=2026-08-30',
	'/dashboard/payments/topics?from=2026-08-24&to=2026-08-30',
	'/dashboard/payments/trend',
	'/dashboard/payments/report',
	'/dashboard/payments/special-days?year=2026',
	'/dashboard/payments/staffing?date=2026-08-24&least=0'
];

/** What the links of the page's menus lead to. */
async function taken(page: Page, kind: 'chart.svg' | 'table.csv'): Promise<string[]> {
	const links = await page
		.locator(`a[href*="take/${kind}"]`)
		.evaluateAll((all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
	return Promise.all(
		links.map(async (link) => {
			const response = await page.request.get(link);
			expect(response.status(), link).toBe(200);
			return response.text();
		})
	);
}

for (const path of pages)
	test(`every chart of ${path} is a picture that stands alone, every table a CSV`, async ({ page }) => {
		await signIn(page, product, path);
		const figures = page.locator('figure[data-chart]');
		const pictures = await taken(page, 'chart.svg');
		expect(pictures.length).toBeGreaterThan(0);
		expect(pictures).toHaveLength(await figures.count());
		for (const [i, svg] of pictures.entries()) {
			expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
			// Nothing that only the page could give it.
			expect(svg).not.toMatch(/class=|style=|var\(|href=|<script|on\w+=/);
			const problem = await page.evaluate((text) => {
				const read = new DOMParser().parseFromString(text, 'image/svg+xml');
				return read.querySelector('parsererror')?.textContent ?? null;
			}, svg);
			expect(problem).toBeNull();
			// The finding stands in the picture, broken into lines.
			const finding = await figures.nth(i).locator('.finding').innerText();
			const [firstWord = ''] = finding.split(' ');
			expect(svg).toContain(firstWord.replaceAll('&', '&amp;'));
			// Nobody sees the page beside it: it says itself of which days it is.
			expect(svg.replace(/<[^>]*>/g, ' '), finding).toMatch(/\b[A-Z][a-z]{2} \d{1,2}\b|\b20\d\d\b/);
		}
		const tables = await taken(page, 'table.csv');
		expect(tables).toHaveLength(await page.locator('[data-table]').count());
		for (const csv of tables) expect(csv.trim().split('\r\n').length).toBeGreaterThan(1);
	});

test('a picture is saved as PNG, and a table has the numbers behind its texts', async ({ page }) => {
	await signIn(page, product, pages[1] ?? '');
	const spread = page.getByRole('region', { name: 'How long they waited' });
	await spread.getByText('Save the picture').click();
	await expectAccessible(page);
	const [png] = await Promise.all([
		page.waitForEvent('download'),
		spread.getByRole('link', { name: 'PNG' }).click()
	]);
	expect(png.suggestedFilename()).toBe('payments-waits-chart-1.png');
	const bytes = readFileSync(await png.path());
	expect(bytes.subarray(1, 4).toString()).toBe('PNG');
	expect(bytes.readUInt32BE(16)).toBe(1920);
	// Not an empty sheet.
	expect(bytes.length).toBeGreaterThan(10_000);
	const [csv] = await taken(page, 'table.csv');
	expect(csv).toBe(
		'\ufeffWaited,Callers,Answered,Abandoned,Share\r\n' +
			['not at all,0,0,0,0', 'up to 5 s,0,0,0,0', `5–10 s,462,462,0,${462 / 594}`].join('\r\n') +
			'\r\n10–20 s,0,0,0,0\r\n20–30 s,0,0,0,0\r\n' +
			`30 s–1 min,51,0,51,${51 / 594}\r\n1–2 min,81,81,0,${81 / 594}\r\n`
	);
});

test('nobody takes what they may not see', async ({ page }) => {
	const of = encodeURIComponent(pages[1] ?? '');
	const response = await page.request.get(`${product.url}/take/chart.svg?of=${of}&place=0`, {
		maxRedirects: 0
	});
	expect(response.status()).toBe(303);
	await signIn(page, product);
	const ask = (query: string) => page.request.get(`${product.url}/take/chart.svg?${query}`);
	expect((await ask(`of=${of}&place=9`)).status()).toBe(404);
	for (const other of [
		'https://example.com/dashboard',
		'//example.com/dashboard',
		'/sign-out',
		'/api/v1/queues',
		''
	])
		expect((await ask(`of=${encodeURIComponent(other)}&place=0`)).status()).toBe(400);
	expect((await ask('of=/dashboard/none&place=0')).status()).toBe(404);
});

test('a link opens the same view for somebody else who may see it, once they have signed in', async ({
	page
}) => {
	await signIn(page, product, '/dashboard/payments/waits?from=2026-08-24&to=2026-08-24&threshold=90');
	await expect(page.getByRole('row', { name: /^strict in force 90\.74% 147 of 162/ })).toBeVisible();
});

test('the week is a report that fits on two sheets of A4', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments/report?week=2026-08-26');
	await expect(page.locator('main')).toContainText('Mon, Aug 24, 2026 to Sun, Aug 30, 2026');
	await expect(page.locator('.lead')).toContainText('594 calls');
	await expect(
		page.getByRole('row', { name: /^Calls offered 594 594 \+0%|^Calls offered 594 594 ±0%/ })
	).toBeVisible();
	await expect(page.getByRole('row', { name: /^Service level 77\.8% 77\.8%/ })).toBeVisible();
	await expect(page.locator('main')).toContainText('Mon, Aug 24 09:00–10:00: 30 calls');
	await expectAccessible(page);
	const pdf = await page.pdf({ preferCSSPageSize: true });
	expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
	expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59[45][\d.]* 84[12][\d.]*\]/);
	await page.getByRole('link', { name: 'The week before' }).click();
	await expect(page).toHaveURL(/week=2026-08-17/);
	await page.getByRole('button', { name: 'Print or save as PDF' }).waitFor();
});

/** What is written on the page in smaller letters. */
function smallerThan(pixels: number, page: Page): Promise<string[]> {
	return page.evaluate(
		(least) =>
			[...document.querySelectorAll('.wall *')].flatMap((one) => {
				const text = [...one.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : '')).join('');
				const isSmall = parseFloat(getComputedStyle(one).fontSize) < least;
				return text.trim() && isSmall && !one.closest('.visually-hidden, noscript') ? [text.trim()] : [];
			}),
		pixels
	);
}

test('a screen on the wall shows the queue live, in letters to be read from 5 m', async ({ page }) => {
	await page.setViewportSize({ width: 1920, height: 1080 });
	await signIn(page, product, '/dashboard/payments?wallboard');
	const wall = page.locator('.wall');
	// These calls were told of when they were over: the wall follows them, but does not call that live.
	await expect(wall).toContainText('Connected');
	await expect(wall).not.toContainText('Live');
	await expect(page.getByRole('navigation')).toHaveCount(0);
	const sizes = await wall.locator('dl').evaluate((list) => ({
		names: Math.min(
			...[...list.querySelectorAll('dt')].map((one) => parseFloat(getComputedStyle(one).fontSize))
		),
		values: Math.min(
			...[...list.querySelectorAll('.value')].map((one) => parseFloat(getComputedStyle(one).fontSize))
		),
		outside: [...list.querySelectorAll('dd, dt')].filter((one) => {
			const { right, bottom } = one.getBoundingClientRect();
			return right > innerWidth || bottom > innerHeight || one.scrollWidth > one.clientWidth + 1;
		}).length
	}));
	// 25 mm on a screen of 40 inches are 54 of its 1080 pixels.
	expect(sizes.names).toBeGreaterThanOrEqual(54);
	expect(await smallerThan(54, page)).toEqual([]);
	expect(sizes.values).toBeGreaterThanOrEqual(150);
	expect(sizes.outside).toBe(0);
	const today = wall
		.locator('div', { has: page.getByText('Calls today', { exact: true }) })
		.locator('.value')
		.last();
	const before = Number(await today.innerText());
	await send({ id: 'new', queue: 'payments', enqueued_at: new Date(tenWeeksEndAt).toISOString() });
	await expect(today).toHaveText(String(before + 1));
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Leave' }).click();
	await expect(page.getByRole('navigation', { name: 'Of this queue' })).toBeVisible();
	await page.getByRole('link', { name: 'For a screen on the wall' }).click();
	await expect(wall).toBeVisible();
});

test('a screen on the wall shows all queues, or those that one has chosen, the pressing ones first', async ({
	page
}) => {
	await page.setViewportSize({ width: 1920, height: 1080 });
	const enqueued_at = new Date(tenWeeksEndAt).toISOString();
	await send({ id: 'another', queue: 'another', enqueued_at });
	await signIn(page, product);
	await page.getByRole('link', { name: 'For a screen on the wall' }).click();
	const wall = page.locator('.wall');
	await expect(wall.getByRole('rowheader', { name: 'payments' })).toBeVisible();
	await expect(wall.getByRole('row')).toHaveCount(4);
	await expect(page.getByRole('navigation')).toHaveCount(0);
	expect(await smallerThan(54, page)).toEqual([]);
	// What is late is told by a sign, and in words to who hears it.
	const late = wall.getByRole('row', { name: /^payments/ }).getByRole('cell');
	await expect(late.last()).toHaveText(/^!\s*0%, misses the target$/);
	await expect(late.nth(3)).not.toContainText(/[!▲]/);
	await expect(wall).toContainText('! misses the target');
	await expect(wall.getByRole('columnheader')).toHaveText([
		'Queue',
		'Waiting',
		'Longest wait',
		'Talking',
		'Calls today',
		'Service level'
	]);
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
	// It follows by itself.
	const today = wall
		.getByRole('row', { name: /^another/ })
		.getByRole('cell')
		.nth(3);
	const before = Number(await today.innerText());
	await send({ id: 'next', queue: 'another', enqueued_at });
	await expect(today).toHaveText(String(before + 1));
	await page.goto(`${product.url}/dashboard?wallboard&queue=another&lang=en`);
	await expect(page.getByRole('heading')).toHaveText('One queue now');
	await expect(wall.getByRole('row')).toHaveCount(2);
	await page.getByRole('link', { name: 'Leave' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Queues today');
});

test('a link that is handed on opens the same view later, for those who may see it', async ({
	page,
	browser
}) => {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await signIn(page, product, '/dashboard/payments?measure=p90');
	await page.getByRole('button', { name: 'Copy link' }).click();
	await expect(page.getByText('Copied.')).toBeVisible();
	const address = await page.evaluate(() => navigator.clipboard.readText());
	expect(address).toBe(
		`${product.url}/dashboard/payments?from=2026-08-25&to=2026-08-31&grain=hour&measure=p90&weeks=8&step=hour`
	);
	expect(await page.getByRole('link', { name: 'Link to this view' }).getAttribute('href')).toBe(address);
	const finding = await page.locator('#range figcaption').innerText();
	// Somebody else has to sign in first, and is led back to it.
	const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
	const { pathname, search } = new URL(address);
	await signIn(other, product, pathname + search);
	expect(await other.locator('#range figcaption').innerText()).toBe(finding);
	for (const path of ['waits', 'topics', 'trend', 'compare', 'calls', 'report', 'staffing', 'special-days']) {
		await page.goto(`${product.url}/dashboard/payments/${path}?lang=en`);
		const lead = await page.locator('main .lead').first().innerText();
		const to = await page.getByRole('link', { name: 'Link to this view' }).getAttribute('href');
		expect(to, path).toMatch(/\?(from|by|week|date|year)=/);
		await page.goto(to ?? '');
		expect(await page.locator('main .lead').first().innerText(), path).toBe(lead);
	}
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false, colorScheme: 'dark' });

	test('report, wallboard, pictures and tables, in Chinese, on a telephone', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 800 });
		await signIn(page, product, '/dashboard/payments/report', 'zh');
		await expect(page.locator('main')).toContainText('周报');
		await expectNoSidewaysScroll(page);
		await page.getByText('保存图片').first().click();
		const svg = await page.request.get(
			`${product.url}${(await page.locator('a[href*="take/chart.svg"]').first().getAttribute('href')) ?? ''}`
		);
		expect(await svg.text()).toContain('通来电');
		const [png] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: 'PNG' }).first().click()
		]);
		expect(readFileSync(await png.path()).readUInt32BE(16)).toBe(1920);
		await page.goto(`${product.url}/dashboard/payments?wallboard&lang=zh`);
		await expect(page.locator('.wall')).toContainText('今日服务水平');
		await expectNoSidewaysScroll(page);
	});
});
