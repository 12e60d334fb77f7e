import { expect, test, type Page } from '@playwright/test';
import { Client } from './client.ts';
import { runBeside } from './command.ts';
import { startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';

test.describe.configure({ mode: 'serial' });
// All of it works without scripts.
test.use({ javaScriptEnabled: false });

let product: Product;
test.beforeAll(async () => {
	product = await startProduct();
	const client = new Client(product);
	for (const slug of ['a', 'b']) await client.putQueue(slug, { name: { en: `Line ${slug}`, zh: slug } });
});
test.afterAll(() => product.stop());

const statusOf = async (key: string, path: string) => (await new Client(product, key).fetch(path)).status;
const entry = (page: Page, name: string) => page.locator('#list li').filter({ hasText: name });

test('a key is made for named queues and some time, is shown once, and says when it was used', async ({
	page
}) => {
	await signIn(page, product, '/keys');
	await page.getByLabel('Name').fill('dashboard in the hall');
	await page.getByLabel('ingest: send calls').uncheck();
	await page.getByLabel('read: read figures').check();
	await page.getByLabel('Only these:').check();
	await page.getByLabel('Line a').check();
	await page.getByLabel('Ends').selectOption({ label: 'after 30 days' });
	await page.getByRole('button', { name: 'Make the key' }).click();
	const key = await page.getByLabel('The key “dashboard in the hall”').inputValue();
	expect(key).toMatch(/^offpeak_[\w-]{32}$/);
	await page.goto(`${product.url}/keys`);
	expect(await page.content()).not.toContain(key);
	await expect(entry(page, 'dashboard in the hall')).toContainText(`offpeak_…${key.slice(-4)}`);
	await expect(entry(page, 'dashboard in the hall')).toContainText('read · Line a');
	await expect(entry(page, 'dashboard in the hall')).toContainText('never used');
	expect(await statusOf(key, '/queues/a')).toBe(200);
	expect(await statusOf(key, '/queues/b')).toBe(403);
	await page.reload();
	await expect(entry(page, 'dashboard in the hall')).toContainText('last used');
});

test('a rotated key and its successor both open for a while; a revoked one opens nothing at once', async ({
	page
}) => {
	await signIn(page, product, '/keys');
	await page.getByLabel('Name').fill('wall');
	await page.getByLabel('read: read figures').check();
	await page.getByRole('button', { name: 'Make the key' }).click();
	const first = await page.getByLabel('The key “wall”').inputValue();
	await page.getByLabel('Rotate: wall').click();
	await page.getByLabel('Both work for:').first().selectOption({ label: '1 hour' });
	await page.locator('#list form[action*=rotate] button').first().click();
	const second = await page.getByLabel('The key “wall”').inputValue();
	expect(second).not.toBe(first);
	for (const key of [first, second]) expect(await statusOf(key, '/queues')).toBe(200);
	await expect(entry(page, 'followed by another key')).toHaveCount(1);

	await entry(page, second.slice(-4)).getByRole('button', { name: 'Revoke: wall' }).click();
	await expect(page.getByRole('status')).toContainText('Revoked.');
	expect(await statusOf(second, '/queues')).toBe(401);
	expect(await statusOf(first, '/queues')).toBe(200);

	const { output } = await runBeside(product, 'key', 'rotate', '2', '--overlap', '0');
	expect(output).toMatch(/no key 2 that opens/);
});

test('a key that has ended opens nothing, and rotation without overlap ends it at once', async () => {
	const made = await runBeside(product, 'key', 'create', '--name', 'short', '--scope', 'read', '--days', '0');
	const [ended = ''] = /offpeak_\S+/.exec(made.output) ?? [];
	expect(await statusOf(ended, '/queues')).toBe(401);
	const other = await runBeside(product, 'key', 'create', '--name', 'other', '--scope', 'read');
	const [, key = '', id = ''] = /(offpeak_\S+)\n.*Number (\d+)/.exec(other.output) ?? [];
	expect(await statusOf(key, '/queues')).toBe(200);
	const rotated = await runBeside(product, 'key', 'rotate', id, '--overlap', '0');
	const [next = ''] = /offpeak_\S+/.exec(rotated.output) ?? [];
	expect(await statusOf(key, '/queues')).toBe(401);
	expect(await statusOf(next, '/queues')).toBe(200);
	expect((await runBeside(product, 'key', 'list')).output).toMatch(
		/other .*…\S{4} .*read.*all queues.*last used/
	);
});

test('a live stream ends when its key is revoked', async () => {
	test.setTimeout(90_000);
	const made = await runBeside(product, 'key', 'create', '--name', 'stream', '--scope', 'read');
	const [, key = '', id = ''] = /(offpeak_\S+)\n.*Number (\d+)/.exec(made.output) ?? [];
	const response = await new Client(product, key).fetch('/queues/a/live/stream');
	expect(response.status).toBe(200);
	const reader = response.body?.getReader();
	await reader?.read();
	await runBeside(product, 'key', 'revoke', id);
	let isOver = false;
	while (!isOver) isOver = (await reader?.read())?.done ?? true;
});

test('what is missing is said, and what was typed stays', async ({ page }) => {
	await signIn(page, product, '/keys');
	await page.getByLabel('Name').fill('no scope');
	await page.getByLabel('ingest: send calls').uncheck();
	await page.getByRole('button', { name: 'Make the key' }).click();
	await expect(page.getByRole('alert')).toContainText('at least one scope');
	await expect(page.getByLabel('Name')).toHaveValue('no scope');
});
