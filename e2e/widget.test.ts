import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { apiKey, startProduct, type Product } from './product.ts';

// The promise: the widget works on a page of another origin, with and without JavaScript, and asks nothing of it.

let product: Product;
let host: Server;
let hostUrl: string;
let hostPage = '';

test.beforeAll(async ({ request }) => {
	product = await startProduct();
	const put = await request.put(`${product.url}/api/v1/queues/wallet`, {
		headers: { authorization: `Bearer ${apiKey}` },
		data: {
			name: { en: 'Wallet', zh: '钱包' },
			public: { enabled: true, phone: { number: '400-000-0001', label: '', verified_on: '2026-11-01' } }
		}
	});
	expect(put.status()).toBe(200);
	host = createServer((_, response) =>
		response.setHeader('content-type', 'text/html; charset=utf-8').end(hostPage)
	);
	await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
	// Another name for this machine: another origin and another site.
	hostUrl = `http://localhost:${(host.address() as AddressInfo).port}`;
});
test.afterAll(async () => {
	host.close();
	await product.stop();
});

async function openHost(
	browser: Browser,
	body: string,
	javaScriptEnabled = true,
	lang = 'en'
): Promise<Page> {
	hostPage = `<!doctype html><html lang="${lang}"><title>Help</title><body><main><h1>Help</h1>${body}</main></body></html>`;
	const context = await browser.newContext({ javaScriptEnabled });
	const page = await context.newPage();
	await page.goto(hostUrl);
	return page;
}

const script = (more = '') =>
	`<script async src="${product.url}/embed.js" data-queue="wallet" ${more}></script>`;

test('one line of script puts the widget where it stands, sized to its content', async ({ browser }) => {
	const page = await openHost(browser, `<p>before</p>${script()}<p>after</p>`);
	const frame = page.locator('iframe');
	await expect(frame).toHaveAttribute('title', /\S/);
	const inside = page.frameLocator('iframe');
	await expect(inside.getByText('Wallet').first()).toBeVisible();
	await expect(inside.locator('html')).toHaveAttribute('lang', 'en');
	await expect
		.poll(async () => {
			const content = await inside.locator('body').evaluate((body) => body.getBoundingClientRect().height);
			return Math.abs(((await frame.boundingBox())?.height ?? 0) - content);
		})
		.toBeLessThan(24);
	const order = await page.evaluate(() =>
		[...document.querySelectorAll('p, iframe')].map((one) => one.tagName)
	);
	expect(order).toEqual(['P', 'IFRAME', 'P']);
	expect(await page.context().cookies()).toEqual([]);
	await page.context().close();
});

test('two on one page, in the language of the page', async ({ browser }) => {
	const page = await openHost(browser, script() + script('data-theme="dark" data-lang="en"'), true, 'zh-CN');
	await expect(page.locator('iframe')).toHaveCount(2);
	await expect(page.frameLocator('iframe >> nth=0').locator('html')).toHaveAttribute('lang', 'zh-CN');
	await expect(page.frameLocator('iframe >> nth=1').locator('html')).toHaveAttribute('lang', 'en');
	await page.context().close();
});

test('a plain iframe reads in full without JavaScript', async ({ browser }) => {
	const page = await openHost(
		browser,
		`<iframe title="Wallet" width="320" height="400" src="${product.url}/embed/wallet?lang=zh"></iframe>`,
		false
	);
	const inside = page.frameLocator('iframe');
	await expect(inside.getByText('钱包').first()).toBeVisible();
	await page.context().close();
});

test('without JavaScript the script’s place holds a link to the call guide', async ({ browser }) => {
	const body = `${script()}<noscript><a href="${product.url}/call/wallet">When to call</a></noscript>`;
	const page = await openHost(browser, body, false);
	await page.getByRole('link', { name: 'When to call' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(/Wallet|钱包/);
	await page.context().close();
});

test('the widget is accessible on its own, narrow, light and dark', async ({ page }) => {
	await page.setViewportSize({ width: 280, height: 500 });
	for (const theme of ['light', 'dark']) {
		await page.goto(`${product.url}/embed/wallet?lang=en&theme=${theme}`);
		await expectAccessible(page);
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflow).toBeLessThanOrEqual(0);
	}
});

test('its headers let other pages frame it, and only those that the manager allows', async ({ request }) => {
	const headers = async (path: string) => (await request.get(product.url + path)).headers();
	const open = await headers('/embed/wallet');
	expect(open['x-frame-options']).toBeUndefined();
	expect(open['content-security-policy']).toContain('frame-ancestors *');
	expect(open['cross-origin-resource-policy']).toBe('cross-origin');
	expect(open['set-cookie']).toBeUndefined();
	expect((await headers('/call/wallet'))['content-security-policy']).toContain("frame-ancestors 'none'");
	expect((await headers('/embed.js'))['access-control-allow-origin']).toBe('*');

	const put = (embed_origins: string[]) =>
		request.put(`${product.url}/api/v1/queues/wallet`, {
			headers: { authorization: `Bearer ${apiKey}` },
			data: { public: { embed_origins } }
		});
	await put(['https://www.example.com']);
	const closed = await headers('/embed/wallet');
	expect(closed['content-security-policy']).toMatch(
		/frame-ancestors ('self' )?https:\/\/www\.example\.com(;|$)/
	);
	await put([]);
});

test('a line that is not public says so kindly instead of breaking the page', async ({ request }) => {
	const response = await request.get(`${product.url}/embed/nothing-here?lang=en`);
	expect(response.status()).toBe(200);
	expect(await response.text()).toMatch(/not available/i);
	expect((await request.get(`${product.url}/api/v1/public/queues/nothing-here/best-time`)).status()).toBe(
		404
	);
});
