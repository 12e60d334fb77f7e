import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Client } from './client.ts';
import { startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';

// The promise: a manager who looks at a queue sees it as it is, and is told when that is no longer so.

let product: Product;
test.beforeAll(async () => {
	product = await startProduct();
});
test.afterAll(() => product.stop());

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
const waiting = (id: string, seconds: number) => ({ id, queue: 'line', enqueued_at: ago(seconds) });

test('the strip follows the queue, says when it is stale, and finds its way back', async ({ page }) => {
	const client = new Client(product);
	await client.send([waiting('a', 40), waiting('b', 10)]);
	await signIn(page, product, '/dashboard/line');
	const strip = page.getByRole('region', { name: 'Now' });
	const value = (name: string) =>
		strip
			.locator('dl > div')
			.filter({ hasText: new RegExp(`^${name}`) })
			.locator('.value');
	await expect(strip).toContainText('Live, as of');
	await expect(value('Waiting')).toHaveText('2');
	await expect(value('Longest wait')).toHaveText(/^0:[45]\d$/);
	const before = await value('Longest wait').textContent();
	await expect(value('Longest wait')).not.toHaveText(before ?? '');
	await client.send([waiting('c', 1), { ...waiting('a', 60), answered_at: ago(0) }]);
	await expect(value('Talking')).toHaveText('1', { timeout: 3000 });
	await expect(value('Waiting')).toHaveText('2');
	await expectAccessible(page);

	const { dataDir } = product;
	const { port } = new URL(product.url);
	await product.kill();
	await expect(strip).toContainText('The connection is lost. These figures are of');
	await expect(page.getByRole('status').filter({ hasText: 'The connection is lost' })).toBeAttached();
	product = await startProduct({ dataDir, env: { PORT: port } });
	await new Client(product).send(waiting('d', 1));
	await expect(strip).toContainText('Live, as of', { timeout: 20_000 });
	await expect(value('Waiting')).toHaveText('3');
});

test('of a line that only told of old calls nothing is called live, and the page leads to them', async ({
	page
}) => {
	const days = 40 * 86_400;
	const over = { answered_at: ago(days - 10), ended_at: ago(days - 60) };
	await new Client(product).send({ id: 'old', queue: 'past', enqueued_at: ago(days), ...over });
	await signIn(page, product, '/dashboard/past');
	const strip = page.getByRole('region', { name: 'Now' });
	await expect(strip).toContainText('Connected, as of');
	await expect(strip).toContainText('No call of this moment has come since the server started');
	await expect(strip).not.toContainText('Live');
	const range = page.getByRole('region', { name: 'Load and waits' });
	await expect(range).toContainText('The latest call is of');
	await range.getByRole('link', { name: 'Show that day' }).click();
	await expect(range.getByRole('img').first()).toHaveAccessibleName(/^1 call on /);
	await expect(range).not.toContainText('The latest call is of');
	await expectAccessible(page);
});

test('without scripts it is there as it was', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await new Client(product).send({ id: 'x', queue: 'quiet', enqueued_at: ago(5) });
	await signIn(page, product, '/dashboard/quiet');
	const strip = page.getByRole('region', { name: 'Now' });
	await expect(strip).toContainText(/As it was at \d\d:\d\d:\d\d\./);
	await expect(strip.locator('.value').first()).toHaveText('1');
	await context.close();
});
