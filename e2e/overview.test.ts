import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { Client } from './client.ts';
import { startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';
import { tenWeeks, tenWeeksEndAt } from './tenWeeks.ts';

// The promise: at a glance a manager sees which queue needs somebody, why, and since when, with or without scripts.

let product: Product;
test.beforeAll(async () => {
	product = await startProduct({ env: { OFFPEAK_NOW: new Date(tenWeeksEndAt).toISOString() } });
	const client = new Client(product);
	const lines = tenWeeks();
	// A second queue whose calls of today come at twice the rate from 10:00 on, all answered soon.
	const calm = lines
		.replaceAll('"payments"', '"refunds"')
		.split('\n')
		.flatMap((line) => {
			const call = JSON.parse(line);
			const at = Date.parse(call.enqueued_at);
			const soon = { ...call, id: `calm ${call.id}`, answered_at: new Date(at + 5000).toISOString() };
			const today = at >= Date.parse('2026-08-31T10:00:00+08:00');
			return today ? [soon, { ...soon, id: `${soon.id} again` }] : [soon];
		});
	const quiet = {
		id: 'one',
		queue: 'quiet',
		enqueued_at: '2026-08-31T11:00:00+08:00',
		answered_at: null,
		ended_at: '2026-08-31T11:01:00+08:00'
	};
	for (const calls of [lines.split('\n').map((line) => JSON.parse(line)), calm, [quiet]])
		for (let i = 0; i < calls.length; i += 5000) await client.send(calls.slice(i, i + 5000));
});
test.afterAll(() => product.stop());

const row = (name: string) => ({ has: `h2:has-text("${name}")` });

test('first those that need somebody, with what is unusual and since when', async ({ page }) => {
	await signIn(page, product);
	await expect(page.locator('.lead')).toHaveText('payments, and refunds need attention.');
	await expect(page.locator('article h2')).toHaveText(['payments', 'refunds', 'quiet']);
	const article = (name: string) => page.locator('article').filter({ has: page.locator(row(name).has) });
	await expect(article('payments')).toContainText('Below target since 09:00: 0% of');
	await expect(article('payments')).toContainText('strict, 20 s, target 80%');
	await expect(article('refunds')).toContainText(
		/More than usual since 10:00: 76 calls, where the last 8 Mondays had 38 to 38\./
	);
	await expect(article('refunds').getByRole('img').first()).toHaveAttribute('aria-label', /^Calls by hour\./);
	await expect(article('quiet')).toContainText('1 call by 11:20. There are too few days');
	await expectAccessible(page);
});

test('all of it is a table too, by keyboard and as CSV', async ({ page }) => {
	await signIn(page, product);
	const figures = page.locator('section', { has: page.getByRole('heading', { name: 'In figures' }) });
	await expect(figures.locator('tbody')).toHaveCount(0);
	await figures.getByText('Show as table').focus();
	await page.keyboard.press('Enter');
	const table = figures.getByRole('table');
	await expect(table.getByRole('rowheader')).toHaveText(['payments', 'refunds', 'quiet']);
	const quiet = ['–', '–', '–', '1', '–', '0%', '0', '0', '1 (so far)'];
	await expect(table.getByRole('row', { name: /^quiet/ }).getByRole('cell')).toHaveText(quiet);
	await expectAccessible(page);
	await page.keyboard.press('Tab');
	await expect(figures.getByRole('region')).toBeFocused();
	const link = (await figures.locator('a[download]').getAttribute('href')) ?? '';
	const csv = await (await page.request.get(new URL(link, page.url()).href)).text();
	const [head, payments] = csv.split('\r\n');
	expect(head).toContain(
		'Calls so far,Median of like days by now,Service level,09:00–10:00,10:00–11:00,11:00–12:00'
	);
	// The hours add up to the day, which is counted until the last full quarter hour.
	expect(payments).toMatch(/^payments,,,,68,68,0,30,30,8$/);
});

test('totals of any set, in the address, without scripts, on a telephone', async ({ browser }) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 360, height: 800 },
		colorScheme: 'dark'
	});
	const page = await context.newPage();
	await signIn(page, product);
	const total = page.getByRole('region', { name: /^Together/ });
	await expect(total).toContainText('Together: All 3 queues');
	await page.getByLabel('Count refunds in the total').check();
	await page.getByLabel('Count quiet in the total').check();
	await page.getByRole('button', { name: 'Total of the chosen' }).click();
	await expect(page).toHaveURL(/queue=refunds&queue=quiet/);
	await expect(total).toContainText('Together: 2 chosen queues');
	const figure = (name: string) => total.locator('dl > div').filter({ hasText: name }).locator('.value');
	await expect(figure('Calls so far')).toHaveText('107');
	await expect(page.getByLabel('Count refunds in the total')).toBeChecked();
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: 'All queues' }).last().click();
	await expect(total).toContainText('All 3 queues');
	await context.close();
});
