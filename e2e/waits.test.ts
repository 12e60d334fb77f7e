import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { Client } from './client.ts';
import type { Product } from './product.ts';
import { signIn } from './signIn.ts';
import { startWithTenWeeks } from './startWithTenWeeks.ts';

// The promise: a manager learns how long callers wait and would wait, why they call, and where it is going.

let product: Product;
let client: Client;
const folder = join(process.env.OFFPEAK_TEST_DATA ?? '', 'anonymous-bank-1999-01');
const hasRealMonth = Boolean(process.env.OFFPEAK_TEST_DATA) && existsSync(folder);
const read = (file: string) => gunzipSync(readFileSync(join(folder, file))).toString();

test.beforeAll(async () => {
	product = await startWithTenWeeks();
	client = new Client(product);
	const again = Array.from({ length: 120 }, (_, i) => ({
		id: `topic-${i}`,
		queue: 'refunds',
		enqueued_at: new Date(Date.parse('2026-08-24T09:00:00+08:00') + i * 60_000).toISOString(),
		answered_at: new Date(Date.parse('2026-08-24T09:00:30+08:00') + i * 60_000).toISOString(),
		ended_at: new Date(Date.parse('2026-08-24T09:02:00+08:00') + i * 60_000).toISOString(),
		topic: i % 3 === 0 ? 'theft' : 'refund',
		// Of the forty about theft each second is by somebody who has called.
		caller: String(13_800_001_000 + (i % 3 === 0 ? i - (i % 6) : i))
	}));
	expect((await client.send(again)).answer).toMatchObject({ created: 120 });
});
test.afterAll(() => product.stop());

/** A week: 162 calls on Monday, 108 on each other workday; busy calls wait 90 s, others 10 s, every tenth leaves after 60 s. */
const week = 'from=2026-08-24&to=2026-08-30';

test('says how long callers waited and would wait, with charts that are tables too', async ({ page }) => {
	await signIn(page, product, `/dashboard/payments/waits?${week}`);
	// 594 calls: 462 answered after 10 s, 81 after 90 s, and 51 gone after a minute.
	await expect(page.locator('.lead')).toHaveText(
		'Half of the callers waited up to 10 s, nine in ten up to 1 min 30 s; 8.6% gave up.'
	);
	const spread = page.getByRole('region', { name: 'How long they waited' });
	await spread.getByText('Show as table').click();
	await expect(spread.getByRole('row', { name: /^5–10 s 462 462 0 / })).toBeVisible();
	const patience = page.getByRole('region', { name: 'How long they would wait' });
	// Of the 132 who waited a minute 51 gave up then.
	await expect(patience.locator('figcaption')).toContainText(
		'More than half would wait longer than is known: 61% would still be there after 1 min 30 s.'
	);
	await expect(patience.locator('figcaption')).toContainText('so the curve is exact');
	await expectAccessible(page);
});

test('compares six formulas, tries other thresholds, and makes one the queue’s for all of the past', async ({
	page
}) => {
	await signIn(page, product, `/dashboard/payments/waits?${week}`);
	const levels = page.getByRole('region', { name: 'Service level', exact: true });
	await expect(levels.getByRole('row', { name: /^strict in force 77\.78% 462 of 594/ })).toBeVisible();
	await expect(levels.getByRole('row', { name: /^answered only 85\.08% 462 of 543/ })).toBeVisible();
	await levels.getByLabel('Answered within (s)').fill('90');
	await levels.getByRole('button', { name: 'Compare' }).click();
	await expect(levels.getByRole('row', { name: /^strict in force 91\.41% 543 of 594/ })).toBeVisible();
	await expect(levels).toContainText('which are not the queue’s own');
	expect(await client.load('payments', 'from=2026-08-24&to=2026-08-31&grain=week')).toMatchObject([
		{ service_level: 462 / 594 }
	]);
	await levels.getByLabel('Formula', { exact: true }).selectOption('credited');
	await levels.getByRole('button', { name: 'Make it the queue’s' }).click();
	await expect(levels).toContainText('Saved.');
	await expect(levels.getByRole('row', { name: /^credited in force 100\.00% 594 of 594/ })).toBeVisible();
	// The past follows at once.
	expect(await client.load('payments', 'from=2026-08-24&to=2026-08-31&grain=week')).toMatchObject([
		{ service_level: 1, answered_within: 543, abandoned_within: 51 }
	]);
	await levels.getByLabel('Answered within (s)').fill('241');
	await levels.getByRole('button', { name: 'Make it the queue’s' }).click();
	await expect(levels.getByRole('alert')).toContainText('Not saved:');
	await expectAccessible(page);
});

test('says why people call and what brings them back', async ({ page }) => {
	await signIn(page, product, `/dashboard/refunds/topics?${week}`);
	await expect(page.locator('.lead')).toContainText('Most call about refund: 80 calls');
	await expect(page.locator('main')).toContainText(
		'Most often somebody calls again about theft: 50.0% of these calls come from a number that had called in the 24 hours before; of all calls it is 16.7%.'
	);
	await page.getByText('Show as table').click();
	await expect(page.getByRole('row', { name: /^theft 40 33\.3% 30 s 30 s 0\.0%/ })).toBeVisible();
	await page.getByRole('link', { name: 'Calls about theft' }).click();
	await expect(page.locator('.lead')).toContainText('40 calls');
	await page.goBack();
	await expectAccessible(page);
});

test('says how the last week was against those before, and shows what was marked', async ({ page }) => {
	await signIn(page, product, '/dashboard/payments/trend?measure=p90');
	await expect(page.locator('.lead')).toContainText(
		'Week of Mon, Aug 24, 2026: 594 calls, within what the 9 weeks before had (534 to 594).'
	);
	const measure = page.getByRole('region', { name: 'Waits and service' });
	await expect(measure.locator('figcaption')).toContainText('90th percentile of the wait 1 min 30 s');
	await measure.getByText('Show as table').click();
	await expect(measure.getByRole('row')).toHaveCount(12);
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Month', exact: true }).click();
	await expect(page.locator('.lead')).toContainText('July 2026');
});

for (const { name, path, text } of [
	{ name: 'waits', path: `payments/waits?${week}`, text: '一半来电者等候不超过 10 秒' },
	{ name: 'topics', path: `refunds/topics?${week}`, text: '因“refund”来电最多：80 通' },
	{ name: 'trend', path: 'payments/trend', text: '共 594 通来电' }
])
	test.describe('without scripts', () => {
		test.use({ javaScriptEnabled: false, colorScheme: 'dark' });
		test(`${name} in Chinese, on a telephone`, async ({ page }) => {
			await page.setViewportSize({ width: 360, height: 800 });
			await signIn(page, product, `/dashboard/${path}`, 'zh');
			await expect(page.locator('.lead')).toContainText(text);
			await expect(page.locator('figure svg').first()).toBeVisible();
			await expectNoSidewaysScroll(page);
		});
	});

test('a real month has the figures of the independent account', async ({ page }) => {
	test.skip(!hasRealMonth, 'OFFPEAK_TEST_DATA names no folder with the real month anonymous-bank-1999-01');
	await client.putQueue('bank', { zone: 'Asia/Jerusalem', country: 'IL' });
	const body = read('calls.ndjson.gz');
	await client.send(body, { type: 'application/x-ndjson', gzip: true });
	const { all } = JSON.parse(read('expected.json.gz'));
	expect(all).toMatchObject({ answered_within: 16_402, offered: 30_161 });
	await signIn(page, product, '/dashboard/bank/waits?from=1999-01-01&to=1999-01-31');
	await expect(page.locator('.lead')).toHaveText(
		'Half of the callers waited up to 10 s, nine in ten up to 1 min 54 s; 10.3% gave up.'
	);
	const levels = page.getByRole('region', { name: 'Service level', exact: true });
	// Each of the six formulas of metrics.md, worked out here from the counts of the independent account.
	const {
		answered: ans,
		abandoned: ab,
		answered_within: ansT,
		abandoned_within: abT,
		short_abandoned: abS
	} = all;
	for (const [name, numerator, denominator] of [
		['answered only', ansT, ans],
		['credited', ansT + abT, ans + ab],
		['strict in force', ansT, ans + ab],
		['late abandons', ansT, ans + ab - abT],
		['short removed', ansT, ans + ab - abS],
		['short credited', ansT + abS, ans + ab]
	] as const) {
		const [part, whole] = [numerator, denominator].map((count) => count.toLocaleString('en'));
		const share = `${((100 * numerator) / denominator).toFixed(2)}%`;
		const row = levels.getByRole('row', { name: `${name} ${share} ${part} of ${whole}` });
		await expect(row).toBeVisible();
	}
	// The curve counted from the calls themselves, one by one, is nowhere further off than the page says.
	const answer = await (await client.fetch('/queues/bank/waits?from=1999-01-01&to=1999-02-01')).json();
	const exact = kaplanMeier(body);
	const median = exact.find(({ share }) => share <= 0.5)?.seconds ?? 0;
	expect(Math.abs(answer.median_patience.seconds - median)).toBeLessThanOrEqual(median / 120);
	// The page's own table has the same shares.
	const patience = page.getByRole('region', { name: 'How long they would wait' });
	await patience.getByText('Show as table').click();
	const shown = await patience.locator('tbody tr').evaluateAll((rows) =>
		rows.map((row) => ({
			after: row.querySelector('th')?.textContent?.trim() ?? '',
			share: Number(row.querySelector('data')?.getAttribute('value'))
		}))
	);
	expect(shown.length).toBeGreaterThan(5);
	for (const { after, share } of shown) {
		const seconds = Number(/(\d+) min/.exec(after)?.[1] ?? 0) * 60 + Number(/(\d+) s/.exec(after)?.[1] ?? 0);
		const known = exact.findLast((point) => point.seconds <= seconds)?.share ?? 1;
		expect(Math.abs(share - known), after).toBeLessThan(seconds <= 120 ? 1e-5 : 0.005);
	}
	for (const { seconds, patient_share } of answer.rows.filter(
		(row: { seconds: number }) => row.seconds <= 600
	)) {
		const share = exact.findLast((point) => point.seconds <= seconds)?.share ?? 1;
		expect(Math.abs(patient_share - share)).toBeLessThan(seconds <= 120 ? 1e-9 : 0.005);
	}
});

/** The share that would still wait, worked out caller by caller. */
function kaplanMeier(ndjson: string): { seconds: number; share: number }[] {
	const callers = ndjson
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line))
		.map(({ enqueued_at, answered_at, ended_at, outcome }) => ({
			seconds: (Date.parse(outcome === 'answered' ? answered_at : ended_at) - Date.parse(enqueued_at)) / 1000,
			gone: outcome === 'abandoned'
		}))
		.sort((a, b) => a.seconds - b.seconds || Number(b.gone) - Number(a.gone));
	let share = 1;
	return callers.map(({ seconds, gone }, i) => {
		if (gone) share *= 1 - 1 / (callers.length - i);
		return { seconds, share };
	});
}
