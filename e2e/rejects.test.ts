import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { apiKey, startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';

// The promise: a manager sees what could not be read, from where and why, and can have it back to mend it.

const now = '2026-03-02T12:00:00+08:00';
const seconds = Date.parse(now) / 1000;

let product: Product;
test.beforeAll(async () => {
	product = await startProduct({ env: { OFFPEAK_NOW: now } });
});
test.afterAll(() => product.stop());

async function send(query: string, type: string, body: string): Promise<{ rejected: number }> {
	const response = await fetch(`${product.url}/api/v1/calls${query}`, {
		method: 'POST',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': type },
		body
	});
	return response.json();
}

/** A call that nobody reads, with a caller whose number nobody is to see. */
const broken = { id: '=1+1', queue: 'payments', enqueued_at: 'yesterday', caller: '+8613812345678' };
const lines = Array.from({ length: 60 }, (_, i) => `line ${i} is none of the log`);

async function sendAll(): Promise<void> {
	await send('', 'application/json', JSON.stringify([broken, { id: 'c-2', queue: 'payments' }]));
	const log = [
		`${seconds - 90}|1.1|support|NONE|ENTERQUEUE||+493012345678|1`,
		`${seconds - 60}|1.1|support|NONE|ABANDON|1|1|30`,
		...lines
	];
	await send('?format=asterisk-queue-log&source=berlin', 'text/plain', log.join('\n'));
	const long = { ...broken, id: 'long', agent: 'x'.repeat(2000) };
	await send('?source=munich', 'application/json', JSON.stringify(long));
}

test('says that nothing has come, before anything has', async ({ page }) => {
	await signIn(page, product, '/rejects');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not read');
	await expect(page.locator('.lead')).toContainText('Nothing has come yet');
	await expectAccessible(page);
});

test.describe('when some could not be read', () => {
	test.beforeAll(sendAll);

	test('says first what could not be read, then from where, why, and what was sent', async ({ page }) => {
		await signIn(page, product);
		await page.getByRole('link', { name: 'Not read' }).click();
		await expect(page.locator('.lead')).toHaveText(
			'63 records of the last 30 days could not be read. 60 of them from berlin: not a line of the log.'
		);
		const berlin = page.getByRole('region', { name: 'Sources' }).getByRole('row', { name: /^berlin/ });
		await expect(berlin.getByRole('cell')).toHaveText(['60', /^Mar 2, 12:0/, /^1 min/, '1', '2']);
		const records = page.getByRole('region', { name: 'What was sent' });
		await expect(records.locator('ol > li')).toHaveCount(50);
		await expect(records.locator('ol > li').first()).toContainText('not a time');
		await expect(records).not.toContainText('13812345678');
		await records.getByText('The whole text').click();
		await expect(records.locator('details pre')).toContainText('x'.repeat(2000));
		await records.getByRole('link', { name: 'Older ones' }).click();
		await expect(records.locator('ol > li')).toHaveCount(13);
		await records.getByRole('link', { name: 'To the latest' }).click();
		await expect(records.locator('ol > li')).toHaveCount(50);
	});

	test('shows one source, reason or day of them, also without scripts', async ({ browser }) => {
		const context = await browser.newContext({
			javaScriptEnabled: false,
			viewport: { width: 360, height: 800 }
		});
		const page = await context.newPage();
		await signIn(page, product, '/rejects');
		await page.getByRole('link', { name: '1 from api: not a time' }).click();
		await expect(page).toHaveURL(/source=api&code=not_an_instant#records/);
		await expect(page.locator('ol > li')).toHaveCount(1);
		await expect(page.locator('ol > li')).toContainText('"caller":"…"');
		await page.getByRole('link', { name: 'Show all' }).click();
		await page.getByLabel('First day').fill('2026-03-03');
		await page.getByRole('button', { name: 'Show' }).click();
		await expect(page.locator('#records')).toContainText('No record fits this choice.');
		await expectNoSidewaysScroll(page);
		await context.close();
	});

	test('gives them back as a table without formulas, and as they were sent', async ({ page }) => {
		await signIn(page, product, '/rejects?source=api');
		const csv = await downloaded(page, 'As a table (CSV)');
		expect(csv.split('\r\n')[0]).toBe('\ufeffreceived_at,source,format,line,id,field,code,message,text');
		expect(csv).toContain(",api,json,1,'=1+1,enqueued_at,not_an_instant,");
		expect(await downloaded(page, 'As it was sent (text)')).toBe(
			`${JSON.stringify({ ...broken, caller: '…' })}\n{"id":"c-2","queue":"payments"}\n`
		);
		await page.goto(`${product.url}/rejects?source=berlin`);
		expect((await downloaded(page, 'As it was sent (text)')).trim().split('\n')).toEqual(lines);
	});

	async function downloaded(page: Page, name: string): Promise<string> {
		const begun = page.waitForEvent('download');
		await page.getByRole('link', { name }).click();
		return readFile(await (await begun).path(), 'utf8');
	}

	test('is for people who have signed in', async ({ request }) => {
		for (const path of ['/rejects', '/rejects/not-read.csv', '/rejects/not-read.txt']) {
			const response = await request.get(product.url + path, { maxRedirects: 0 });
			expect([response.status(), response.headers().location], path).toEqual([
				303,
				`/sign-in?to=${encodeURIComponent(path)}`
			]);
		}
	});

	for (const lang of ['en', 'zh'])
		for (const colorScheme of ['light', 'dark'] as const)
			for (const width of [360, 1440])
				test(`can be read by everybody (${lang}, ${colorScheme}, ${width})`, async ({ browser }, info) => {
					const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
					const page = await context.newPage();
					await signIn(page, product, '/rejects?source=munich', lang);
					await expectAccessible(page);
					await expectNoSidewaysScroll(page);
					await page.screenshot({
						path: info.outputPath(`rejects-${lang}-${colorScheme}-${width}.png`),
						fullPage: true
					});
					await context.close();
				});
});
