import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { startProduct, type Product } from './product.ts';

// The promise: from nothing to the first visible call with what the product itself shows.

const [, firstCallOfReadme = ''] =
	/^## The first call\s+```sh\n(.*?)```/ms.exec(
		readFileSync(new URL('../README.md', import.meta.url), 'utf8')
	) ?? [];

let product: Product;
test.beforeAll(async () => {
	product = await startProduct({
		env: { OFFPEAK_ADMIN_EMAIL: '', OFFPEAK_ADMIN_PASSWORD: '', OFFPEAK_API_KEY: '' }
	});
});
test.afterAll(() => product.stop());

test('first start → set-up link → empty page → curl line → the call is there', async ({ page }) => {
	const link = /\/set-up\?token=\S+/.exec(product.output())?.[0];
	expect(link, 'the start prints a set-up link').toBeDefined();

	await page.goto(`${product.url}${link}&lang=en`);
	await expectAccessible(page);
	await page.getByLabel('E-mail').fill('mei@example.com');
	await page.getByLabel('Password').fill('short');
	await page.getByRole('button', { name: 'Create the administrator' }).click();
	await expect(page.getByRole('alert')).toContainText('at least 10 characters');
	await page.getByLabel('Password').fill('long enough for her');
	await page.getByRole('button', { name: 'Create the administrator' }).click();

	await expect(page).toHaveURL(/\/dashboard/);
	await page.goto(`${product.url}/dashboard?lang=en`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Send the first call');
	await expectAccessible(page);
	await page.setViewportSize({ width: 360, height: 800 });
	await expectNoSidewaysScroll(page);

	const shown = await page.locator('pre').innerText();
	expect(await sendAsShown(shown)).toMatchObject({ received: 1, created: 1, rejected: 0 });

	await page.reload();
	await page.getByRole('link', { name: 'support' }).first().click();
	await expect(page).toHaveURL(/\/dashboard\/support/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('support');
	await expect(page.locator('main')).toContainText('1');
	await expectAccessible(page);

	const key = /Bearer ([^']+)'/.exec(shown)?.[1] ?? '';
	const ofReadme = firstCallOfReadme
		.replace('http://127.0.0.1:3000', product.url)
		.replace('at-least-24-characters-please', key);
	expect(await sendAsShown(ofReadme)).toMatchObject({ received: 1, created: 1, rejected: 0 });
	await page.goto(`${product.url}/dashboard/payments?lang=en`);
	await expect(page.locator('.lead')).toContainText(/^1 call\b/);
});

test('the set-up link works once, and nobody else gets in', async ({ page, request }) => {
	const link = /\/set-up\?token=\S+/.exec(product.output())?.[0];
	await page.goto(`${product.url}${link}&lang=en`);
	await expect(page.getByText('This link no longer works')).toBeVisible();
	await page.goto(`${product.url}/dashboard?lang=en`);
	await expect(page).toHaveURL(/\/sign-in/);
	await expectAccessible(page);
	await page.getByLabel('E-mail').fill('mei@example.com');
	await page.getByLabel('Password').fill('wrong');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByRole('alert')).toHaveText('This e-mail and password do not fit together.');

	for (const path of ['/api/v1/queues', '/api/v1/queues/support/load', '/api/v1/rejects'])
		expect((await request.get(product.url + path)).status(), path).toBe(401);
});

test('a form that another origin sends in a reader’s name is refused', async ({ request }) => {
	const foreign = await request.post(`${product.url}/sign-out`, {
		headers: { origin: 'https://elsewhere.example' },
		form: {}
	});
	expect(foreign.status()).toBe(403);
});

/** Does what the shell and curl would do with the lines; curl itself may not be on the machine. */
async function sendAsShown(lines: string): Promise<unknown> {
	const script = `curl() { printf '%s\\0' "$@"; }\n${lines}`;
	const [url = '', ...options] = execFileSync('sh', ['-c', script], { encoding: 'utf8' })
		.replace(/\0$/, '')
		.split('\0');
	const headers: Record<string, string> = {};
	let body = '';
	for (let i = 0; i < options.length; i += 2) {
		const value = options[i + 1] ?? '';
		if (options[i] === '-H') headers[value.split(': ')[0] ?? ''] = value.split(': ')[1] ?? '';
		else if (options[i] === '-d') body = value;
		else throw new Error(`an option that this test does not know: ${options[i]}`);
	}
	const response = await fetch(url, { method: 'POST', headers, body });
	return response.json();
}
