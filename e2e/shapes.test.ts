import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { Client } from './client.ts';
import { looksAsKept } from './pictures.ts';
import { apiKey, startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';

// The promise: whatever shape a queue's days have, its pages look right.

/** Noon in New York on the day that has 25 hours. */
const nowAt = Date.parse('2026-11-01T12:00:00-05:00');
const longName = '支付失败与退款争议处理专线（含海外卡、礼品卡、企业账户）'.repeat(8).slice(0, 200);
const hourMs = 3_600_000;

let product: Product;
test.beforeAll(async () => {
	product = await startProduct({
		env: {
			OFFPEAK_NOW: new Date(nowAt).toISOString(),
			OFFPEAK_ZONE: 'America/New_York',
			OFFPEAK_COUNTRY: 'US'
		}
	});
	const client = new Client(product);
	const call = (id: string, queue: string, at: number, waitSeconds: number) => ({
		id,
		queue,
		enqueued_at: new Date(at).toISOString(),
		answered_at: new Date(at + waitSeconds * 1000).toISOString(),
		ended_at: new Date(at + waitSeconds * 1000 + 200_000).toISOString()
	});
	await client.send([call('only', 'once', nowAt - 2 * hourMs, 4), call('long', longName, nowAt - hourMs, 4)]);
	// The days of 25 and of 23 hours, and one of ten years ago.
	const changes = [
		nowAt - 26 * hourMs,
		Date.parse('2026-03-08T00:00:00-05:00'),
		Date.parse('2016-11-02T09:00:00-04:00')
	];
	const calls = changes.flatMap((from, day) =>
		Array.from({ length: 300 }, (_, i) =>
			call(`change ${day} ${i}`, 'changes', from + (i / 300) * 24 * hourMs, i % 60)
		)
	);
	await client.send(calls);
	// An office that nobody calls at eleven.
	const office = { en: 'office', zh: 'office' };
	const open = [['09:00', '17:00']];
	await client.putQueue('office', {
		name: office,
		zone: 'America/New_York',
		country: 'US',
		hours: { mon: open, tue: open, wed: open, thu: open, fri: open, sat: [], sun: [] }
	});
	const days = [26, 27, 28, 29, 30];
	await client.send(
		days.flatMap((day) =>
			[9, 10, 12, 14, 15, 16].flatMap((hour) =>
				Array.from({ length: hour }, (_, i) =>
					call(
						`office ${day} ${hour} ${i}`,
						'office',
						Date.parse(`2026-10-${day}T${String(hour).padStart(2, '0')}:00:00-04:00`) + i * 120_000,
						i
					)
				)
			)
		)
	);
	// A hundred thousand calls of yesterday.
	const dayAt = Date.parse('2026-10-31T00:00:00-04:00');
	const lines = Array.from({ length: 100_000 }, (_, i) =>
		JSON.stringify(call(`many ${i}`, 'many', dayAt + Math.floor((i / 100_000) * 24 * 3600) * 1000, i % 90))
	);
	const response = await fetch(`${product.url}/api/v1/calls`, {
		method: 'POST',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson' },
		body: lines.join('\n')
	});
	expect(await response.json()).toMatchObject({ created: 100_000 });
});
test.afterAll(() => product.stop());

/** Nothing breaks out or is drawn without a number, at both widths; and the named parts look as they did. */
async function looksRight(page: Page, name: string, parts: string[]): Promise<void> {
	for (const width of [360, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		await expectNoSidewaysScroll(page);
		const broken = await page.evaluate(() =>
			[...document.querySelectorAll('svg *')].flatMap((element) =>
				[...element.attributes]
					.filter(({ value }) => /NaN|undefined|Infinity/.test(value))
					.map(({ value }) => value)
			)
		);
		expect(broken).toEqual([]);
		expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity|\[object/);
		// What only scripts can do stands there when they have come.
		await expect(page.locator('main aside button')).toBeVisible();
		for (const [i, part] of parts.entries())
			await looksAsKept(page.locator(part).first(), `${name}${i > 0 ? `-${i + 1}` : ''}-${width}`);
	}
	await expectAccessible(page);
}

test('a queue with one call', async ({ page }) => {
	await signIn(page, product, '/dashboard/once');
	await expect(page.locator('.lead')).toContainText('1 call by 12:00');
	await looksRight(page, 'one-call', ['#today figure']);
});

test('a name of 200 Chinese characters', async ({ page }) => {
	await signIn(page, product, '/dashboard', 'zh');
	await expect(page.locator('article h2').filter({ hasText: longName })).toBeVisible();
	await looksRight(page, 'long-name-overview', [`article:has-text("${longName}") .about`]);
	await page.getByRole('link', { name: longName }).click();
	await expect(page.locator('h1')).toHaveText(longName);
	await looksRight(page, 'long-name', ['main h1']);
	await page.getByRole('link', { name: '对比' }).click();
	await expect(page.locator('h1')).toContainText(longName);
	await looksRight(page, 'long-name-compare', []);
});

test('days of 25 and 23 hours', async ({ page }) => {
	await signIn(page, product, '/dashboard/changes?from=2026-11-01&to=2026-11-01&grain=hour');
	await page.locator('#today').getByText('Show as table').click();
	await expect(
		page.locator('#today tbody tr').filter({ hasText: /01:00–02:00 \(UTC−0[45]:00\)/ })
	).toHaveCount(2);
	await looksRight(page, 'hours-25', ['#range figure']);
	await page.goto(`${product.url}/dashboard/changes?from=2026-03-08&to=2026-03-08&grain=hour&lang=en`);
	await page.locator('#range').getByText('Show as table').click();
	await expect(page.locator('#range tbody tr')).toHaveCount(23);
	await expect(page.locator('#range')).not.toContainText('02:00–03:00');
	await looksRight(page, 'hours-23', ['#range figure']);
});

test('hours without calls, and hours in which the queue is closed', async ({ page }) => {
	await signIn(page, product, '/dashboard/office?from=2026-10-26&to=2026-10-31&grain=hour');
	await expect(page.locator('#range')).toContainText('Closed');
	await page.locator('#range').getByText('Show as table').click();
	// Nobody called at eleven, when it was open.
	await expect(
		page
			.locator('#range tbody tr')
			.filter({ hasText: /Oct 26.* 11:00–12:00/ })
			.getByRole('cell')
	).toHaveText(['0', '0', '0', '0', '0']);
	await page.locator('#range').getByText('Show as table').click();
	await looksRight(page, 'closed', ['#range figure']);
});

test('a hundred thousand calls a day', async ({ page }) => {
	await signIn(page, product, '/dashboard/many?from=2026-10-31&to=2026-10-31&grain=quarter');
	await expect(page.locator('#range figcaption')).toContainText('100,000 calls on Sat, Oct 31');
	await looksRight(page, 'many-calls', ['#range figure']);
});

test('a range of ten years, most of it empty', async ({ page }) => {
	await signIn(page, product, '/dashboard/changes?from=2016-11-01&to=2026-11-01&grain=quarter');
	await expect(page.locator('#range')).toContainText('The range is long, so it is shown by week.');
	await expect(page.locator('#range figcaption')).toContainText('900 calls');
	await expect(page.locator('#range figcaption')).toContainText('Records begin on Wed, Nov 2, 2016');
	await expect(
		page
			.locator('#range svg')
			.getByText(/^[A-Z][a-z]{2} 20\d\d$/)
			.first()
	).toBeVisible();
	await looksRight(page, 'ten-years', ['#range figure']);
	await page.goto(`${product.url}/dashboard/changes/compare?from=2016-11-01&to=2026-10-31&with=year&lang=en`);
	await expect(page.locator('h1')).toHaveText('changes: compare');
	await looksRight(page, 'ten-years-compare', ['main table']);
});
