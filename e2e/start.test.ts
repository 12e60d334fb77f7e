import { expect, test } from '@playwright/test';
import { startProduct, type Product } from './product.ts';

let product: Product;
test.beforeAll(async () => {
	product = await startProduct();
});
test.afterAll(() => product.stop());

/** Starts a product that must not start: what it said. */
async function refusal(env: Record<string, string>): Promise<string> {
	const outcome = await startProduct({ env }).catch((error: Error) => error);
	if (outcome instanceof Error) return outcome.message;
	await outcome.stop();
	return 'it started';
}

test('says where it answers and where the data lies', () => {
	expect(product.output()).toContain(`Offpeak is ready at ${product.url} (data in ${product.dataDir})`);
});

test('a wrong setting stops the start with one sentence that names it', async () => {
	const said = await refusal({ OFFPEAK_API_KEY: 'short' });
	expect(said).toMatch(/exited with 1 before it was ready:\nOFFPEAK_API_KEY must have [^\n]*\n$/);
});

test('a port in use stops the start with one sentence', async () => {
	const { port } = new URL(product.url);
	const said = await refusal({ PORT: port });
	expect(said).toMatch(new RegExp(`exited with 1 [^]*\nPort ${port} is in use already: [^\n]*\n$`));
});

test('ends well on the signal of an operator', async () => {
	const other = await startProduct();
	const startedAt = performance.now();
	expect(await other.stop()).toBe(0);
	expect(performance.now() - startedAt).toBeLessThan(10_000);
});
