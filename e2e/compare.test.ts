import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { Client } from './client.ts';
import type { Product } from './product.ts';
import { makeReaders } from './readers.ts';
import { signIn } from './signIn.ts';
import { startWithTenWeeks } from './startWithTenWeeks.ts';
import { tenWeeks } from './tenWeeks.ts';

// The promise: what differs between two times or two queues is told from what chance does.

let product: Product;
test.beforeAll(async () => {
	product = await startWithTenWeeks();
	// Another queue with half as many calls.
	const half = tenWeeks()
		.split('\n')
		.filter((_, i) => i % 2 === 0)
		.map((line) => JSON.parse(line))
		.map((call) => ({ ...call, id: `half ${call.id}`, queue: 'refunds' }));
	const { answer } = await new Client(product).send(half);
	expect(answer).toMatchObject({ rejected: 0 });
});
test.afterAll(() => product.stop());

test('the same weeks again are no news, another queue is', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments/compare');
	await expect(page.locator('.lead')).toHaveText('No difference is larger than chance explains.');
	await expect(page.getByText('28 pairs of days. Shifted by 4 weeks')).toBeVisible();
	await page.getByLabel('Against', { exact: true }).selectOption('refunds');
	await page.getByRole('button', { name: 'Compare' }).click();
	await expect(page.locator('.lead')).toHaveText(/^100% more calls a day/);
	const row = page.getByRole('row', { name: /^Calls a day/ });
	await expect(row).toContainText('▲ clear');
	await expect(row.getByRole('cell').first()).toHaveText('84.9');
	await expectAccessible(page);
	await page.setViewportSize({ width: 360, height: 800 });
	await expectAccessible(page);
});

test('without scripts, on a telephone, in Chinese; and where there is nothing it says what to do', async ({
	browser
}) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 360, height: 800 }
	});
	const page = await context.newPage();
	await signIn(page, product, '/dashboard/payments/compare', 'zh');
	await page.getByLabel('对比', { exact: true }).selectOption('year');
	await page.getByRole('button', { name: '对比' }).click();
	await expect(page).toHaveURL(/with=year/);
	await expect(page.locator('.lead')).toContainText('没有可以对比的日子');
	await page.goto(`${product.url}/dashboard/payments/compare?from=2026-08-03&to=2026-08-09&lang=zh`);
	await expect(page.locator('.lead')).toHaveText('没有超出日常波动的差异。');
	await expectNoSidewaysScroll(page);
	// What it comes to is in sight, and the rows are still those of a table.
	const table = page.getByRole('table', { name: '双方的指标' });
	const verdict = table
		.getByRole('row', { name: /^每天来电/ })
		.getByRole('cell')
		.last();
	await expect(verdict).toBeVisible();
	const { x = 0, width = Infinity } = (await verdict.boundingBox()) ?? {};
	expect(x + width).toBeLessThanOrEqual(360);
	await expect(table.getByRole('columnheader')).toHaveCount(6);
	await context.close();
});

test('where records begin within the range it says so, and concludes nothing from a few days', async ({
	page
}) => {
	await signIn(page, product, '/dashboard/payments/compare');
	// Records begin on a Monday at 11:20.
	await page.goto(`${product.url}/dashboard/payments/compare?from=2026-06-29&to=2026-07-03&lang=en`);
	await expect(page.locator('.lead')).toHaveText(/^4 pairs of days are not enough to compare/);
	const figures = page.locator('#figures');
	await expect(figures).toContainText('begin on Mon, Jun 22, 2026: that day is not whole');
	await expect(figures).toContainText('Of the 5 pairs of days asked for, 4 remain.');
	await expect(figures.getByRole('columnheader')).toHaveCount(3);
	await expect(page.locator('#days')).toContainText('too few days to tell a difference');
	await expectAccessible(page);
	await page.setViewportSize({ width: 360, height: 800 });
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
	await page.goto(`${product.url}/dashboard/payments/compare?from=2026-06-29&to=2026-06-30&lang=en`);
	await expect(page.locator('.lead')).toHaveText(/^1 pair of days is not enough to compare/);
	await expect(figures).toContainText('1 pair of days. Shifted by one week');
});

test('the API answers what the page shows, and refuses what the page mends', async () => {
	const client = new Client(product);
	const read = async (query: string) => {
		const response = await client.fetch(`/queues/payments/compare?${query}`);
		return { status: response.status, answer: await response.json() };
	};
	const { answer } = await read('with=refunds');
	expect(answer).toMatchObject({
		chosen: { queue: 'payments', from: '2026-08-03', to: '2026-08-30' },
		against: { queue: 'refunds', from: '2026-08-03', to: '2026-08-30' },
		...{ shift_days: 0, pairs_asked: 28, pairs: 28, enough: true, different_kinds: 0, records_begin: [] }
	});
	const [calls] = answer.figures;
	expect(calls).toMatchObject({ figure: 'calls_a_day', clear: true });
	expect(calls.chosen).toBeCloseTo(84.9, 1);
	expect(calls.chosen).toBeCloseTo(2 * calls.against);
	expect(calls.low).toBeGreaterThan(0);
	expect(answer.days).toHaveLength(28);
	expect(answer.days[0]).toEqual({
		...{ date: '2026-08-03', offered: 162, against_date: '2026-08-03', against_offered: 81 }
	});
	const few = (await read('from=2026-06-29&to=2026-07-03')).answer;
	expect(few).toMatchObject({
		...{ pairs_asked: 5, pairs: 4, enough: false, shift_days: 7 },
		chosen: { from: '2026-06-30' },
		against: { queue: 'payments', from: '2026-06-23' },
		records_begin: [{ queue: 'payments', date: '2026-06-22' }]
	});
	expect(few.figures.every(({ difference, low }: Record<string, unknown>) => difference === low)).toBe(true);
	const none = (await read('with=year')).answer;
	expect(none).toMatchObject({ pairs: 0, chosen: { from: null, to: null }, days: [] });
	for (const [query, status, field] of [
		['from=soon', 400, 'from'],
		['to=2026-02-30', 400, 'to'],
		['from=2026-08-31', 400, 'from'],
		['from=2026-08-10&to=2026-08-01', 400, 'to'],
		['from=1999-01-01', 400, 'from'],
		['with=payments', 400, 'with'],
		['with=No!', 400, 'with'],
		['with=none', 404, undefined]
	] as const) {
		const wrong = await read(query);
		expect(wrong.status, query).toBe(status);
		expect(wrong.answer.field, query).toBe(field);
	}
	// The other side, too, must be one that the key is for.
	const limited = (await makeReaders(product, ['payments'])).find(
		({ name }) => name === 'key read of named queues'
	);
	const as = async (query: string) =>
		(
			await fetch(`${product.url}/api/v1/queues/payments/compare?${query}`, {
				headers: limited?.headers ?? {}
			})
		).status;
	expect(await as('with=before')).toBe(200);
	expect(await as('with=refunds')).toBe(403);
});

test('a last day before the first is exchanged with it, and the page says so', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments/compare');
	await page.getByLabel('First day').fill('2026-08-16');
	await page.getByLabel('Last day').fill('2026-08-03');
	await page.getByRole('button', { name: 'Compare' }).click();
	await expect(page.locator('#figures')).toContainText('The last day lay before the first');
	await expect(page.getByLabel('First day')).toHaveValue('2026-08-03');
	await expect(page.getByLabel('Last day')).toHaveValue('2026-08-16');
	await expect(page.locator('#figures')).toContainText('14 pairs of days.');
});
