import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { apiKey, startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';
import { tenWeeks, tenWeeksEndAt } from './tenWeeks.ts';

// The promise: behind every figure stand calls that one can look at, never with a caller's number.

const number = '13800138000';
let product: Product;
test.beforeAll(async () => {
	product = await startProduct({ env: { OFFPEAK_NOW: new Date(tenWeeksEndAt).toISOString() } });
	const more = {
		id: 'with-number',
		queue: 'payments',
		enqueued_at: '2026-08-24T08:30:00+08:00',
		answered_at: '2026-08-24T08:35:00+08:00',
		ended_at: '2026-08-24T08:36:00+08:00',
		agent: '=cmd()',
		topic: '退款',
		caller: number
	};
	const response = await fetch(`${product.url}/api/v1/calls`, {
		method: 'POST',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson' },
		body: `${tenWeeks()}\n${JSON.stringify(more)}`
	});
	expect(await response.json()).toMatchObject({ rejected: 0 });
});
test.afterAll(() => product.stop());

const monday = '/dashboard/payments/calls?from=2026-08-24&to=2026-08-24';

test('shows the calls of an hour, and says what they are first', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments/calls?from=2026-08-24T01:00:00Z&to=2026-08-24T02:00:00Z');
	await expect(page.locator('.lead')).toHaveText(
		'30 calls from Mon, Aug 24, 2026 09:00 to 10:00: 27 answered, 3 abandoned, the longest wait 1 min 30 s.'
	);
	await expect(page.getByRole('row')).toHaveCount(31);
	await expect(page.getByRole('row').nth(1)).toHaveAccessibleName(/^09:58:00 /);
	await expectAccessible(page);
});

test('filters by outcome, wait, agent and topic, and keeps it in the address', async ({ page }) => {
	await signIn(page, product, monday);
	await page.getByLabel('How it ended').selectOption('abandoned');
	await page.getByLabel('Waited at least (s)').fill('60');
	await page.getByRole('button', { name: 'Show' }).click();
	await expect(page).toHaveURL(/outcome=abandoned.*min_wait_seconds=60/);
	await expect(page.locator('.lead')).toContainText('15 calls on Mon, Aug 24, 2026: 15 abandoned');
	await page.getByRole('link', { name: 'Clear the filter' }).click();
	await expect(page.locator('.lead')).toContainText('More than 100 calls');
	await page.getByLabel('Topic').selectOption('退款');
	await page.getByRole('button', { name: 'Show' }).click();
	await expect(page.locator('.lead')).toContainText('1 call on Mon, Aug 24, 2026: 1 answered');
	await page.getByRole('link', { name: '=cmd()' }).click();
	await expect(page).toHaveURL(/agent=%3Dcmd/);
	await expect(page.getByRole('row')).toHaveCount(2);
});

test('what is typed and chosen before the page’s script arrives stays', async ({ page }) => {
	await signIn(page, product, monday);
	let scriptsMayCome = () => {};
	const held = new Promise<void>((resolve) => (scriptsMayCome = resolve));
	await page.route('**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.reload({ waitUntil: 'commit' });
	await page.getByLabel('How it ended').selectOption('abandoned');
	await page.getByLabel('Waited at least (s)').fill('60');
	scriptsMayCome();
	// This button comes with the scripts.
	await expect(page.getByRole('button', { name: 'Keyboard' })).toBeVisible();
	await page.getByRole('button', { name: 'Show' }).click();
	await expect(page).toHaveURL(/outcome=abandoned.*min_wait_seconds=60/);
});

test('goes on page by page, to the last', async ({ page }) => {
	await signIn(page, product, monday);
	await expect(page.getByRole('row')).toHaveCount(101);
	await page.getByRole('link', { name: 'Earlier calls' }).click();
	await expect(page.locator('.lead')).toContainText('The next 63 calls, from Mon, Aug 24, 2026 ');
	await expect(page.getByRole('row')).toHaveCount(64);
	await expect(page.getByRole('link', { name: 'Earlier calls' })).toHaveCount(0);
	await page.getByRole('link', { name: 'Back to the latest' }).click();
	await expect(page.getByRole('row')).toHaveCount(101);
});

test('never says a caller’s number, on the page, in the API or in the table', async ({ page }) => {
	await signIn(page, product, `${monday}&topic=${encodeURIComponent('退款')}`);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'All of these as CSV' }).click()
	]);
	const csv = await (await page.request.get(download.url())).text();
	const query = 'from=2026-08-24&to=2026-08-25';
	const json = await page.request.get(`${product.url}/api/v1/queues/payments/calls?${query}&agent=%3Dcmd()`);
	expect(await json.json()).toMatchObject({
		calls: [{ id: 'with-number', repeat: false, wait_seconds: 300 }]
	});
	const lines = csv.trim().split('\r\n');
	expect(lines).toHaveLength(2);
	expect(lines[0]).toMatch(/^id,source,enqueued_at,answered_at,ended_at,outcome,wait_seconds,agent,/);
	// A spreadsheet would take the agent for a formula.
	expect(lines[1]).toContain(",'=cmd(),退款,");
	for (const said of [csv, await json.text(), await page.content()]) {
		expect(said).toContain('with-number');
		expect(said).not.toContain(number);
	}
	const all = await page.request.get(`${product.url}/api/v1/queues/payments/calls.csv?${query}`);
	expect((await all.text()).trim().split('\r\n')).toHaveLength(164);
});

test('an empty table has its header, and a day against itself is explained, everywhere in the same words', async ({
	request
}) => {
	const get = (path: string) =>
		request.get(`${product.url}/api/v1/queues/payments/${path}`, {
			headers: { authorization: `Bearer ${apiKey}` }
		});
	const headers = {
		'waits.csv': /^seconds,answered,abandoned,answered_share,[a-z_,]+\r\n$/,
		'topics.csv': /^topic,offered,answered,[a-z0-9_,]+,with_caller\r\n$/,
		'calls.csv': /^id,source,enqueued_at,[a-z_,]+,repeat\r\n$/
	};
	const details = new Set<unknown>();
	for (const [file, header] of Object.entries(headers)) {
		const empty = await get(`${file}?from=2025-03-02&to=2025-03-03`);
		expect(await empty.text(), file).toMatch(header);
		const refused = await get(`${file}?from=2026-08-24&to=2026-08-24`);
		expect(refused.status(), file).toBe(400);
		details.add((await refused.json()).detail);
	}
	details.add((await (await get('load?from=2026-08-24&to=2026-08-24')).json()).detail);
	expect([...details]).toEqual([expect.stringContaining('`to` is the day after it')]);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false, colorScheme: 'dark' });

	test('the same by a form, in Chinese, on a telephone', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 800 });
		await signIn(page, product, monday, 'zh');
		await page.getByLabel('结果').selectOption('abandoned');
		await page.getByRole('button', { name: '显示' }).click();
		await expect(page.locator('.lead')).toContainText('2026年8月24日 周一，共 15 通来电：已放弃 15 通');
		await expectNoSidewaysScroll(page);
	});
});
