import { expect, test, type Page } from '@playwright/test';
import { ruleOf } from '#access/rules.ts';
import { Client } from './client.ts';
import { startProduct, type Product } from './product.ts';
import { servedRoutes } from './servedRoutes.ts';
import { sessionCookie } from './sessionCookie.ts';
import { signIn } from './signIn.ts';

let product: Product;
test.beforeAll(async () => {
	product = await startProduct();
	const client = new Client(product);
	const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
	await client.send(
		Array.from({ length: 300 }, (_, i) => ({
			id: `p${i}`,
			queue: 'payments',
			enqueued_at: at(60 + i * 97),
			answered_at: at(58 + i * 97),
			ended_at: at(55 + i * 97)
		}))
	);
	await client.putQueue('payments', { public: { enabled: true, phone: { number: '95188' } } });
});
test.afterAll(() => product.stop());

/** What the browser refuses to do because of a page's policy, as long as the page is open. */
async function violations(page: Page): Promise<string[]> {
	const found: string[] = [];
	await page.exposeFunction('tellViolation', (text: string) => found.push(text));
	await page.addInitScript(() =>
		document.addEventListener('securitypolicyviolation', (event) => {
			const tell: unknown = Reflect.get(window, 'tellViolation');
			if (typeof tell === 'function')
				tell(
					`${location.pathname}: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`
				);
		})
	);
	return found;
}

/** Every page of the built application, as somebody would open it. */
const pages = servedRoutes()
	.filter(({ isPage, method }) => isPage && method === 'GET')
	.map(({ route }) => ({
		isOpen: ruleOf(route, 'GET', null) === 'open',
		path:
			route
				.replace(/\/\([a-z]+\)/g, '')
				.replaceAll('[queue]', 'payments')
				.replace(/\[[^\]]+\]/g, '1') || '/'
	}));

test('pages of managers need nothing that their policy forbids', async ({ page }) => {
	test.setTimeout(300_000);
	const found = await violations(page);
	await signIn(page, product);
	const closed = pages.filter(({ isOpen }) => !isOpen).map(({ path }) => path);
	expect(closed.length).toBeGreaterThan(20);
	for (const path of [...closed, '/docs', '/dashboard/payments?wallboard']) {
		const response = await page.goto(product.url + path, { waitUntil: 'networkidle' });
		expect(`${path} ${response?.status()}`).toBe(`${path} 200`);
		expect(new URL(page.url()).pathname).not.toBe('/sign-in');
		expect(found, path).toEqual([]);
	}
	const nonceOf = async () => {
		const response = await page.goto(`${product.url}/dashboard`);
		return /script-src [^;]*'nonce-([^']+)'/.exec(
			(await response?.allHeaders())?.['content-security-policy'] ?? ''
		)?.[1];
	};
	const [first, second] = [await nonceOf(), await nonceOf()];
	expect(first).toBeTruthy();
	expect(first).not.toBe(second);
	// Within the application, where scripts draw what the server drew before, and announce each change of page.
	await page.goto(`${product.url}/dashboard`);
	await page.getByRole('main').getByRole('link', { name: 'payments', exact: true }).click();
	await page.waitForURL(/dashboard\/payments/);
	await expect(page.locator('#svelte-announcer')).not.toBeEmpty();
	expect(found).toEqual([]);
});

test('pages that are open to all need nothing that their policy forbids', async ({ page }) => {
	test.setTimeout(120_000);
	const found = await violations(page);
	const open = pages.filter(({ isOpen }) => isOpen).map(({ path }) => path);
	expect(open).toContain('/call/payments');
	for (const path of [...open, '/?lang=en', '/call/nothing', '/embed/payments', '/nowhere']) {
		const response = await page.goto(product.url + path, { waitUntil: 'networkidle' });
		expect(response?.status(), path).toBeLessThan(500);
		expect(found, path).toEqual([]);
	}
});

test('a page that caches keep is the same at every request, with its styles let in by what they are', async () => {
	for (const path of ['/', '/call/payments']) {
		const [first, second] = [await fetch(product.url + path), await fetch(product.url + path)];
		expect(await first.text(), path).not.toMatch(/<(style|script)[^>]* nonce=/);
		expect(first.headers.get('etag'), path).toBe(second.headers.get('etag'));
		expect(first.headers.get('content-security-policy'), path).toMatch(
			/style-src 'self' 'sha256-[^' ]+'(;|$)/
		);
	}
});

test('a policy allows no scripts but our own, and frames only where widgets are', async () => {
	const headers = { cookie: await sessionCookie(product) };
	const policyOf = async (path: string) =>
		(await fetch(product.url + path, { redirect: 'manual', headers })).headers.get(
			'content-security-policy'
		) ?? '';
	const closed = pages.map(({ path }) => path);
	for (const path of [...closed, '/nowhere', '/api/v1/limits', '/favicon.svg', '/healthz']) {
		const policy = await policyOf(path);
		expect(policy, path).toContain("default-src 'none'");
		// Shown beside the form that it previews.
		const framed = path.endsWith('/settings/preview') ? "frame-ancestors 'self'" : "frame-ancestors 'none'";
		expect(policy, path).toContain(framed);
		expect(policy, path).not.toContain('unsafe-inline');
		expect(policy, path).not.toContain('unsafe-eval');
	}
	expect(await policyOf('/embed/payments')).toMatch(/frame-ancestors \*/);
});
