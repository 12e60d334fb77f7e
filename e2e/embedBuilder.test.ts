import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { startHost, type Host } from './hostPage.ts';
import { apiKey, startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';

// The promise: a manager takes the code, sees how it looks, and learns what blocks it on a page that has it.

let product: Product;
let host: Host;
test.beforeAll(async ({ browser }) => {
	test.setTimeout(180_000);
	product = await startProduct({ env: { OFFPEAK_ALLOW_PRIVATE_ADDRESSES: 'true' } });
	await settings({
		enabled: true,
		topics: [{ slug: 'refund', name: 'Refund', urgent: false, prepare: [] }]
	});
	host = await startHost(() => browser);
});
test.afterAll(async () => {
	await host?.close();
	await product?.stop();
});

async function settings(changes: object): Promise<void> {
	const response = await fetch(`${product.url}/api/v1/queues/wallet`, {
		method: 'PUT',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify({ name: { en: 'Wallet', zh: '钱包' }, public: changes })
	});
	expect(response.status).toBe(200);
}

const path = '/dashboard/wallet/embed';
const code = (page: Page) => page.getByLabel(/Code to paste|要粘贴的代码/).inputValue();

test('what is taken from the page works on another one', async ({ page }) => {
	await signIn(page, product, path);
	await page.getByLabel('Shade', { exact: true }).selectOption('dark');
	await page.getByLabel('Topic', { exact: true }).selectOption('refund');
	await page.getByLabel(/Always this version/).check();
	await expect(page).toHaveURL(/theme=dark.*topic=refund.*pinned=1/);
	await expect.poll(() => code(page)).toContain('integrity="sha384-');
	const other = await host.open({ body: await code(page) });
	const inside = other.locator('iframe').contentFrame();
	await expect(inside.locator('.verdict')).toBeVisible();
	await expect(inside.getByRole('link', { name: 'What to have ready' })).toHaveAttribute(
		'href',
		/topic=refund/
	);
	await other.context().close();
});

test('all of it works without scripts, on a telephone, in Chinese', async ({ browser }) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 360, height: 800 },
		colorScheme: 'dark'
	});
	const page = await context.newPage();
	await signIn(page, product, path, 'zh');
	await expect(page.getByRole('link', { name: '嵌入', exact: true })).toHaveAttribute('aria-current', 'page');
	for (const [name, has] of [
		['框架', '<iframe src='],
		['图片', '/badge/wallet.svg'],
		['链接', '/call/wallet']
	] as const) {
		await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
		await page.getByRole('button', { name: '显示' }).click();
		expect(await code(page)).toContain(has);
		await expectNoSidewaysScroll(page);
	}
	await page.getByLabel('页面地址').fill(`${product.url}/healthz`);
	await page.getByRole('button', { name: '检查' }).click();
	await expect(page.getByRole('status')).toContainText('页面上没有找到。');
	await expect(page).toHaveURL(/level=link/);
	await context.close();
});

test('a page is checked, and what blocks it is named', async ({ page }) => {
	await signIn(page, product, path);
	const snippet = await code(page);
	const check = async (address: string) => {
		await page.getByLabel('Address of the page').fill(address);
		await page.getByRole('button', { name: 'Check' }).click();
		return page.locator('#check [role=status]');
	};
	const serve = async (one: Parameters<Host['open']>[0]) => (await host.open(one)).context().close();

	await serve({ body: snippet });
	await expect(await check(host.url)).toContainText('It is on the page, and nothing blocks it.');
	await expectAccessible(page);

	await serve({ body: snippet, headers: { 'content-security-policy': "default-src 'self'" } });
	const blocked = await check(`${host.url}/?again`);
	await expect(blocked).toContainText('policy forbids it');
	await expect(blocked).toContainText(`add ${new URL(product.url).origin} to default-src`);

	await settings({ embed_origins: ['https://www.example.com'] });
	await serve({ body: snippet });
	await expect(await check(`${host.url}/?origin`)).toContainText(`${host.url} is not among the origins`);
	await settings({ embed_origins: [] });

	await serve({ body: 'nothing' });
	await expect(await check(`${host.url}/?nothing`)).toContainText('It was not found on the page.');
	await expect(await check('http://nowhere.invalid/')).toContainText('There is no server of that name.');
});

test('an address that is marked while the page wakes up is typed over', async ({ page }) => {
	await signIn(page, product, path);
	const address = page.getByLabel('Address of the page');
	let letScriptsCome = () => {};
	const mayCome = new Promise<void>((resolve) => (letScriptsCome = resolve));
	await page.route('**/*.js', async (route) => {
		await mayCome;
		await route.continue();
	});
	await address.fill(`${host.url}/?first`);
	await address.press('Enter', { noWaitAfter: true });
	await expect(page.locator('#check [role=status]')).toBeVisible();
	await address.selectText();
	await expect(address).toHaveAttribute('value', /first/);
	letScriptsCome();
	// A field that has woken up has given its attribute away.
	await expect(address).not.toHaveAttribute('value');
	await page.keyboard.insertText('https://www.example.com/');
	await expect(address).toHaveValue('https://www.example.com/');
});

test('everybody can use it, light and dark, wide and narrow', async ({ page }) => {
	await signIn(page, product, path);
	for (const level of ['script', 'iframe', 'image', 'link'])
		for (const [width, colorScheme] of [
			[1440, 'light'],
			[360, 'dark']
		] as const) {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width, height: 900 });
			await page.goto(`${product.url}${path}?level=${level}&lang=en`);
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		}
});

test('the address of a page must be one, and nobody else may ask for it', async ({ page }) => {
	const foreign = await fetch(`${product.url}${path}?/check`, {
		method: 'POST',
		headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
		body: 'address=http://127.0.0.1/'
	});
	expect(foreign.status).toBe(403);
	await signIn(page, product, path);
	const response = await page.request.post(`${product.url}${path}?/check`, {
		headers: { origin: product.url, accept: 'text/html' },
		form: { address: 'file:///etc/passwd' }
	});
	expect(response.status()).toBe(400);
	expect(await response.text()).toContain('That is no web address.');
});
