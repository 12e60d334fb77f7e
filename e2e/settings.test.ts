import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { apiKey, startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';

// The promise: a manager sets a line up in the browser, with or without scripts, sees what callers will see before
// saving, and callers see it at once.

let product: Product;
test.beforeAll(async () => {
	product = await startProduct({ env: { OFFPEAK_NOW: '2026-11-23T10:12:00+08:00' } });
	const response = await fetch(`${product.url}/api/v1/queues/payments`, {
		method: 'PUT',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify({
			name: { en: 'Payments', zh: '支付' },
			public: { enabled: true, guide: { kept: 'as it is' } }
		})
	});
	expect(response.status).toBe(200);
});
test.afterAll(() => product.stop());

const path = '/dashboard/payments/settings';

async function queue(): Promise<{ hours: Record<string, string[][]>; public: Record<string, unknown> }> {
	const response = await fetch(`${product.url}/api/v1/queues/payments`, {
		headers: { authorization: `Bearer ${apiKey}` }
	});
	return response.json();
}

const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click();

test('without scripts: rows come and go, and what is saved shows to callers at once', async ({ browser }) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 360, height: 740 }
	});
	const page = await context.newPage();
	await signIn(page, product, path);
	await expectNoSidewaysScroll(page);
	await page.getByLabel('Shown to callers').check();
	await page.getByLabel('Phone number').fill('400-000-0001');
	await page.getByLabel('Checked on').fill('2026-11-20');
	// Monday has a break, like Tuesday to Friday; the weekend is closed.
	const hours = (day: string, end: string, row = 0) =>
		page.getByLabel(`${day} ${end}`, { exact: true }).nth(row);
	await hours('Mon', 'from').fill('9:00');
	await hours('Mon', 'to').fill('12:00');
	await page.getByRole('button', { name: 'Add hours: Mon' }).click();
	await hours('Mon', 'from', 1).fill('13:00');
	await hours('Mon', 'to', 1).fill('18:00');
	await page.getByRole('button', { name: 'Monday’s hours for Tuesday to Friday too' }).click();
	for (const day of ['Sat', 'Sun']) {
		await hours(day, 'from').fill('');
		await hours(day, 'to').fill('');
	}
	await page.getByRole('button', { name: 'Add a topic' }).click();
	await page.getByLabel('Name · Chinese').last().fill('账户被盗');
	await page.getByLabel('Name · English').last().fill('Account taken over');
	await page.getByLabel('Urgent: call at once').check();
	await page.getByRole('button', { name: 'Add a channel' }).click();
	await page.getByRole('button', { name: 'Add a channel' }).click();
	await page.locator('#channels').getByLabel('Name · Chinese').first().fill('在线客服');
	await page.locator('#channels').getByLabel('Address').first().fill('https://wallet.example/chat');
	await save(page);
	await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();

	const stored = await queue();
	const day = [
		['09:00', '12:00'],
		['13:00', '18:00']
	];
	expect(stored.hours).toMatchObject({ mon: day, fri: day, sat: [] });
	expect(stored.public).toMatchObject({
		enabled: true,
		guide: { kept: 'as it is' },
		channels: [{ url: 'https://wallet.example/chat' }],
		topics: [{ slug: 'account-taken-over', urgent: true }]
	});
	await page.goto(`${product.url}/call/payments?lang=en`);
	await expect(page.getByText('09:00–12:00, 13:00–18:00')).toBeVisible();
	await expect(page.getByText('Checked on Fri, Nov 20, 2026.')).toBeVisible();
	await page.goto(`${product.url}/?lang=zh`);
	await expect(page.getByRole('heading', { name: '账户被盗' })).toBeVisible();
	await context.close();
});

test('without scripts: what is wrong stands beside its field, and nothing is lost', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await signIn(page, product, path, 'zh');
	await page.getByLabel('时区').fill('Beijing');
	await page.getByLabel('接听时限（秒）').fill('7199');
	await page.getByLabel('名称 · 英文').first().fill('Payments and more');
	await page.getByRole('button', { name: '保存' }).click();
	await expect(page.getByText('没有保存：有 2 处需要修改。')).toBeVisible();
	await expect(page.getByLabel('时区')).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByLabel('时区')).toHaveAccessibleDescription(/请填写 IANA 时区名称/);
	await expect(page.getByLabel('接听时限（秒）')).toHaveAccessibleDescription(/倍数/);
	await expect(page.getByLabel('名称 · 英文').first()).toHaveValue('Payments and more');
	expect((await queue()).public).toMatchObject({ enabled: true });
	await context.close();
});

test('the preview follows what is typed, before anything is saved', async ({ page }) => {
	await signIn(page, product, path);
	const preview = page.frameLocator('iframe[name=preview]');
	await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Payments');
	await page.getByLabel('Name · English').first().fill('Payments and refunds');
	await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Payments and refunds');
	await expect(preview.getByText('Not saved yet: only you see this.')).toBeVisible();
	await page.getByRole('button', { name: 'Show preview · Chinese' }).click();
	await expect(preview.getByRole('heading', { name: '我的来电记录' })).toBeVisible();
	await page.getByLabel('Time zone').fill('Mars');
	await expect(preview.getByText('请先改正以下内容再预览：')).toBeVisible();
	await page.getByLabel('Time zone').fill('Europe/Berlin');
	await expect(preview.getByText('欧', { exact: false }).first()).toBeVisible();
	const guide = await page.request.get(`${product.url}/call/payments?lang=en`);
	expect(await guide.text()).not.toContain('Payments and refunds');
	await save(page);
	await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();
	const after = await page.request.get(`${product.url}/call/payments?lang=en`);
	expect(await after.text()).toContain('Payments and refunds');
});

test('without scripts the preview comes with a button', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await signIn(page, product, path);
	await page.getByText('How to explain it').first().click();
	await page.locator('[name="guide.explain.en"]').fill('Say your name first.');
	await page.getByRole('button', { name: 'Show preview · English' }).click();
	const preview = page.frameLocator('iframe[name=preview]');
	await expect(preview.getByText('Say your name first.')).toBeVisible();
	await expect(page.locator('[name="guide.explain.en"]')).toHaveValue('Say your name first.');
	await context.close();
});

test('a part that is switched off is gone at once, and the line with it', async ({ browser, page }) => {
	await signIn(page, product, path);
	await page.getByLabel('the week by the hour').uncheck();
	await page.getByLabel('Shown to callers').uncheck();
	await save(page);
	await expect(page.getByText('Callers do not see this line yet', { exact: false })).toBeVisible();
	const caller = await (await browser.newContext()).newPage();
	expect((await caller.goto(`${product.url}/call/payments?lang=en`))?.status()).toBe(404);
	await expect(caller.getByText('not shown at the moment', { exact: false })).toBeVisible();
	await caller.context().close();
	await page.getByLabel('Shown to callers').check();
	await save(page);
	const answer = await page.request.get(`${product.url}/api/v1/public/queues/payments/best-time`);
	expect(await answer.json()).toMatchObject({ week: [] });
});

test('a queue can be made before its first call', async ({ page }) => {
	await signIn(page, product);
	await page.getByRole('link', { name: 'New queue' }).click();
	await page.getByLabel('Name in addresses and calls').fill('All');
	await page.getByRole('button', { name: 'Make it' }).click();
	await expect(page.getByText('1 to 64 small letters', { exact: false })).toBeVisible();
	await page.getByLabel('Name in addresses and calls').fill('refunds');
	await page.getByLabel('Name · English').fill('Refunds');
	await page.getByRole('button', { name: 'Make it' }).click();
	await expect(page.getByRole('heading', { name: 'Settings: Refunds' })).toBeVisible();
	await expect(page.getByText('The queue is made.', { exact: false })).toBeVisible();
});

for (const [width, lang, colorScheme] of [
	[360, 'zh', 'light'],
	[1440, 'en', 'dark']
] as const)
	test(`the page is accessible: ${width} px, ${lang}, ${colorScheme}`, async ({ browser }) => {
		const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
		const page = await context.newPage();
		await signIn(page, product, path, lang);
		for (const summary of await page.locator('summary').all()) await summary.click();
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		await context.close();
	});
