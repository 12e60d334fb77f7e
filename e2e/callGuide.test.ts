import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { apiKey, startProduct, type Product } from './product.ts';

// The promise: a worried caller finds the line, the answer and what to do, on any screen, with or without scripts; and
// what they write down about their calls stays in their browser.

const hourMs = 3_600_000;
/** Monday, 10:12 in Shanghai. */
const now = Date.parse('2026-11-23T10:12:00+08:00');

let product: Product;
test.beforeAll(async () => {
	product = await startProduct({ env: { OFFPEAK_NOW: new Date(now).toISOString() } });
	await put('payments', {
		name: { en: 'Payments', zh: '支付' },
		hours: { mon: [['09:00', '18:00']], sat: [], sun: [] },
		public: {
			enabled: true,
			min_calls: 30,
			phone: { number: '400-000-0001', label: '', verified_on: '2026-11-01' },
			channels: [{ kind: 'chat', label: '在线客服', url: 'https://wallet.example/chat' }],
			topics: [
				{ slug: 'refund', name: '退款', urgent: false, prepare: ['订单号'] },
				{ slug: 'stolen', name: '账户被盗', urgent: true, prepare: [] }
			],
			guide: {
				freeze_url: 'https://wallet.example/freeze',
				'topic.refund.name.en': 'A refund',
				'topic.stolen.name.en': 'Account taken over'
			}
		}
	});
	await send(nineWeeks());
});
test.afterAll(() => product.stop());

async function put(slug: string, settings: object): Promise<void> {
	const response = await fetch(`${product.url}/api/v1/queues/${slug}`, {
		method: 'PUT',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify(settings)
	});
	expect(response.status).toBe(200);
}

async function send(body: string): Promise<void> {
	const response = await fetch(`${product.url}/api/v1/calls`, {
		method: 'POST',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson' },
		body
	});
	expect(await response.json()).toMatchObject({ rejected: 0 });
}

/** Ten calls in each hour from 9 to 18: they wait up to 25 minutes before noon and up to 5 after. */
function nineWeeks(): string {
	const lines: string[] = [];
	const firstAt = Math.floor(now / hourMs) * hourMs - 63 * 24 * hourMs;
	for (let hourAt = firstAt; hourAt < now - 24 * hourMs; hourAt += hourMs) {
		const hour = new Date(hourAt + 8 * hourMs).getUTCHours();
		if (hour < 9 || hour >= 18) continue;
		for (let i = 0; i < 10; i++) {
			const at = (seconds: number) => new Date(hourAt + i * 60_000 + seconds * 1000).toISOString();
			const wait = (i + 1) * (hour < 12 ? 150 : 30);
			lines.push(
				JSON.stringify({
					...{ id: `${hourAt}-${i}`, queue: 'payments' },
					...{ enqueued_at: at(0), answered_at: at(wait), ended_at: at(wait + 60) }
				})
			);
		}
	}
	return lines.join('\n');
}

const guide = (query = 'lang=en') => `${product.url}/call/payments?${query}`;

test('the front page leads from the question to the line, without scripts', async ({ browser }) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 360, height: 740 }
	});
	const page = await context.newPage();
	await page.goto(`${product.url}/?lang=zh`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('您要咨询什么？');
	const urgent = page.locator('.notice.error');
	await expect(urgent.getByRole('link', { name: '立即拨打 400-000-0001' })).toHaveAttribute(
		'href',
		'tel:4000000001'
	);
	await expect(urgent.getByRole('link', { name: '冻结账户' })).toHaveAttribute(
		'href',
		'https://wallet.example/freeze'
	);
	// The wait is above 15 minutes: what is quicker comes before the number.
	const line = page.getByRole('listitem').filter({ hasText: '现在等候较长' });
	await expect(line.getByRole('link', { name: '在线客服' })).toBeVisible();
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: /^退款/ }).click();
	await expect(page.getByText('订单号')).toBeVisible();
	await context.close();
});

for (const width of [360, 1440])
	for (const lang of ['zh', 'en'])
		for (const colorScheme of ['light', 'dark'] as const)
			test(`front page and guide are accessible: ${width} px, ${lang}, ${colorScheme}`, async ({
				browser
			}) => {
				const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
				const page = await context.newPage();
				for (const path of ['/?', '/call/payments?', '/call/payments?topic=stolen&']) {
					await page.goto(`${product.url}${path}lang=${lang}`);
					await expectAccessible(page);
					await expectNoSidewaysScroll(page);
				}
				await context.close();
			});

test('the guide reads in full without scripts, its times in the zone one chooses', async ({ browser }) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 360, height: 740 }
	});
	const page = await context.newPage();
	await page.goto(guide());
	await expect(
		page.getByText('Usually at this hour, of 20 callers 18 wait less than 30 minutes.')
	).toBeVisible();
	await expect(page.getByText('People’s Bank of China', { exact: false })).toBeVisible();
	await page.getByText('Show the times in another time zone').click();
	await page.getByLabel('Time zone').selectOption('Europe/Paris');
	await page.getByRole('button', { name: 'Show' }).click();
	await expect(page.getByText(/It is 10:\d\d there, 03:\d\d for you\./)).toBeVisible();
	await expect(page.getByText(/\d\d:\d\d–\d\d:\d\d your time/).first()).toBeVisible();
	await page.getByText('The week as a table').click();
	await expect(
		page
			.getByRole('row', { name: /^09:00–10:00/ })
			.getByText('closed')
			.first()
	).toBeVisible();
	await expect(page.locator('#my-calls noscript p')).toBeVisible();
	await context.close();
});

test('an urgent topic gets the number and the freeze, not a quiet hour', async ({ page }) => {
	await page.goto(guide('lang=zh&topic=stolen'));
	const first = page.locator('.notice.error');
	await expect(first.getByRole('link', { name: '立即拨打 400-000-0001' })).toBeVisible();
	await expect(first.getByRole('link', { name: '冻结账户' })).toBeVisible();
	await expect(page.getByRole('heading', { name: '最佳来电时间' })).toHaveCount(0);
});

test('the reader’s own clock is added where it shows another time', async ({ browser }) => {
	for (const [timezoneId, times] of [
		['Europe/Berlin', 3],
		['Asia/Hong_Kong', 0]
	] as const) {
		const context = await browser.newContext({ timezoneId });
		const page = await context.newPage();
		await page.goto(guide());
		const own = page.getByText(/\d\d:\d\d–\d\d:\d\d your time$/);
		if (times === 0) await expect(own.and(page.locator(':visible'))).toHaveCount(0);
		else await expect(own.first()).toBeVisible();
		await context.close();
	}
});

async function writeDown(page: Page, who: string): Promise<void> {
	await page.getByRole('button', { name: 'Write down a call' }).click();
	await page.getByLabel('Who answered, and their number').fill(who);
	await page.getByLabel('Case number').fill('W-77');
	await page.getByLabel('What was agreed').fill('Money back within three days');
	await page.getByLabel('Follow up on').fill('2026-11-26T09:30');
	await page.getByRole('button', { name: 'Keep', exact: true }).click();
	await expect(page.getByText('Kept in this browser.')).toBeVisible();
}

test('my calls stay in the browser: nothing is sent, whatever one does', async ({ page }) => {
	await page.goto(guide());
	await expect(page.getByRole('button', { name: 'Write down a call' })).toBeVisible();
	const sent: string[] = [];
	page.on('request', (request) => sent.push(request.url()));
	await writeDown(page, 'Ms Li, 1024');
	await writeDown(page, 'Mr Wang');
	const downloads: string[] = [];
	for (const name of ['Text file', 'Calendar file (.ics)']) {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name }).click()
		]);
		downloads.push(await readFile(await download.path(), 'utf8'));
	}
	expect(downloads[0]).toContain('Ms Li, 1024');
	expect(downloads[1]).toMatch(/^BEGIN:VCALENDAR\r\n[^]*BEGIN:VALARM[^]*END:VCALENDAR\r\n$/);
	await page.getByRole('button', { name: 'Delete all' }).click();
	await page.getByRole('button', { name: 'Undo' }).click();
	// The one thing that may be asked for is the module that writes the files: its address says nothing.
	expect(
		sent.filter(
			(url) => !/\/_app\/immutable\/assets\/myCallsExport\.[\w-]+\.js$/.test(url) && !/^blob:/.test(url)
		)
	).toEqual([]);
	expect(await page.context().cookies()).toEqual([]);
	// Not for want of trying: the page may not connect to anything.
	const tried = await page.evaluate(() =>
		fetch('/healthz').then(
			() => 'sent',
			() => 'refused'
		)
	);
	expect(tried).toBe('refused');

	await page.reload();
	await expect(page.getByText('Ms Li, 1024')).toBeVisible();
	await expectAccessible(page);
});

test('my calls can be changed, deleted in one tap, and brought back', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(guide());
	await page.getByRole('button', { name: 'Write down a call' }).click();
	await page.getByRole('button', { name: 'Keep', exact: true }).click();
	await expect(page.getByText('Say at least who answered')).toBeVisible();
	await page.getByRole('button', { name: 'Do not keep' }).click();
	await writeDown(page, 'Ms Li');
	await page.getByRole('button', { name: 'Change' }).click();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByLabel('Who answered, and their number').fill('Ms Zhang');
	await page.getByRole('button', { name: 'Keep', exact: true }).click();
	await expect(page.getByText('Ms Zhang')).toBeVisible();
	await expect(page.getByText('Ms Li')).toHaveCount(0);
	await page.getByRole('button', { name: 'Delete', exact: true }).click();
	await expect(page.getByText('No calls written down yet.')).toBeVisible();
	expect(await page.evaluate(() => localStorage.length)).toBe(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('Ms Zhang')).toBeVisible();
	expect(await page.evaluate(() => sessionStorage.length + document.cookie.length)).toBe(0);
});

test('a line or a part that is switched off is gone everywhere, kindly', async ({ page, request }) => {
	await put('payments', { public: { parts: { now: false, week: false, accuracy: false } } });
	await page.goto(guide());
	await expect(page.getByRole('heading', { name: 'The week by the hour' })).toHaveCount(0);
	await expect(page.getByText('of 20 callers')).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'Have ready' })).toBeVisible();
	await put('payments', { public: { enabled: false } });
	// Another address: browsers may keep a page for a minute.
	expect((await page.goto(guide('lang=en&again=1')))?.status()).toBe(404);
	await expect(page.getByText('not shown at the moment', { exact: false })).toBeVisible();
	await expect(page.getByRole('link', { name: 'All lines' })).toBeVisible();
	await page.goto(`${product.url}/?lang=en`);
	await expect(page.getByText('Payments')).toHaveCount(0);
	const widget = await request.get(`${product.url}/embed/payments?lang=en`);
	expect([widget.status(), await widget.text()]).toEqual([200, expect.stringContaining('not shown')]);
	await put('payments', {
		public: { enabled: true, parts: { now: true, week: true, accuracy: false } }
	});
});
