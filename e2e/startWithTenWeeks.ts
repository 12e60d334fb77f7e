import { expect } from '@playwright/test';
import { Client } from './client.ts';
import { startProduct, type Product } from './product.ts';
import { tenWeeks, tenWeeksEndAt } from './tenWeeks.ts';

/** A product that has the calls of `tenWeeks` and takes their end for now. */
export async function startWithTenWeeks(): Promise<Product> {
	const product = await startProduct({ env: { OFFPEAK_NOW: new Date(tenWeeksEndAt).toISOString() } });
	const { answer } = await new Client(product).send(tenWeeks(), { type: 'application/x-ndjson' });
	expect(answer).toMatchObject({ rejected: 0 });
	return product;
}
