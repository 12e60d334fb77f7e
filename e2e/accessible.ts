import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds wrong with the page as it stands, by WCAG 2.2 AA and its best practices: nothing. */
export async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const found = violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`
	);
	expect(found, page.url()).toEqual([]);
}

/** The page is no wider than its window: nobody has to scroll sideways to read it. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const { width, window } = await page.evaluate(() => ({
		width: document.documentElement.scrollWidth,
		window: document.documentElement.clientWidth
	}));
	expect(width, page.url()).toBeLessThanOrEqual(window);
}
