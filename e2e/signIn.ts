import type { Page } from '@playwright/test';
import { admin, type Product } from './product.ts';

/** Signs the administrator of the tests in, as a person would, and ends on the page that was asked for. */
export async function signIn(page: Page, product: Product, path = '/dashboard', lang = 'en'): Promise<void> {
	const to = path.includes('?') ? `${path}&lang=${lang}` : `${path}?lang=${lang}`;
	await page.goto(product.url + to);
	await page.getByRole('textbox').first().fill(admin.email);
	await page.locator('input[type=password]').fill(admin.password);
	await page.getByRole('button').first().click();
	await page.waitForURL(product.url + to);
}
