import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { Client } from './client.ts';
import { runBeside } from './command.ts';
import { admin, startProduct, type Product } from './product.ts';
import { productDatabase } from './productDatabase.ts';
import { signIn } from './signIn.ts';

test.describe.configure({ mode: 'serial' });

const password = 'a password of one’s own';
let product: Product;
test.beforeAll(async () => {
	product = await startProduct();
	const client = new Client(product);
	for (const [slug, en] of [
		['cards', 'Cards line'],
		['loans', 'Loans line']
	] as const)
		await client.putQueue(slug, { name: { en, zh: en } });
});
test.afterAll(() => product.stop());

/** A browser of somebody else's, without scripts unless they are asked for. */
async function otherPage(browser: Browser, { scripts = false } = {}): Promise<Page> {
	return (await browser.newContext({ javaScriptEnabled: scripts, locale: 'en-GB' })).newPage();
}

/** Invites somebody and gives the link. */
async function invite(page: Page, email: string, role: string, queues: string[] = []): Promise<string> {
	await page.goto(`${product.url}/people`);
	const section = page.locator('#invite');
	await section.getByLabel('E-mail').fill(email);
	await section.getByLabel('Role').selectOption({ label: role });
	if (queues.length > 0) await section.getByLabel('Only these:').check();
	for (const queue of queues) await section.getByLabel(queue).check();
	await section.getByRole('button', { name: 'Invite' }).click();
	await expect(page.getByRole('status')).toContainText('Invited.');
	return page.getByLabel(`Link for ${email}`).inputValue();
}

async function join(page: Page, link: string): Promise<void> {
	await page.goto(link);
	await page.getByLabel('Password').fill(password);
	await page.getByRole('button').click();
	await page.waitForURL(`${product.url}/dashboard`);
}

async function enter(page: Page, email: string, secret: string): Promise<void> {
	await page.goto(`${product.url}/sign-in?lang=en`);
	await page.getByLabel('E-mail').fill(email);
	await page.getByLabel('Password').fill(secret);
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

function entry(page: Page, email: string) {
	return page.locator('#list li').filter({ hasText: email });
}

let viewer: Page;
test('somebody who is invited for one queue sees that one, everywhere, and changes nothing', async ({
	page,
	browser
}) => {
	await signIn(page, product, '/people');
	await expect(page.locator('.lead')).toHaveText(/^One person, 1 with the role of administrator/);
	const link = await invite(page, 'Vera@Example.com', 'Viewer', ['Cards line']);
	await expect(page.locator('.lead')).toContainText('One has not signed in yet.');

	viewer = await otherPage(browser);
	await join(viewer, link);
	await expect(viewer.locator('main')).toContainText('Cards line');
	await expect(viewer.locator('main')).not.toContainText('Loans line');
	await expect(viewer.locator('header')).not.toContainText('People');
	for (const path of ['/dashboard/loans', '/people', '/keys', '/changes', '/rejects', '/queues/new']) {
		expect((await viewer.goto(product.url + path))?.status(), path).toBe(403);
		await expect(viewer.getByRole('heading', { level: 1 })).toHaveText('Not allowed');
	}
	await viewer.goto(`${product.url}/dashboard/cards/settings`);
	await expect(viewer.getByRole('main')).toContainText('your role is viewer');
	await viewer.goto(`${product.url}/import`);
	await expect(viewer.locator('main')).not.toContainText('Loans line');
	// The link worked once.
	await viewer.goto(link);
	await expect(viewer.getByRole('main')).toContainText('no longer works');
});

test('another role holds from the next page on, and losing access does too', async ({ page }) => {
	await signIn(page, product, '/people');
	await entry(page, 'vera@example.com').getByText('Change', { exact: true }).click();
	await entry(page, 'vera@example.com').getByLabel('Role').selectOption({ label: 'Manager' });
	await entry(page, 'vera@example.com').getByLabel('Loans line').check();
	await entry(page, 'vera@example.com').getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('status')).toContainText('Changed.');
	await viewer.goto(`${product.url}/dashboard/loans/settings`);
	await expect(viewer.getByRole('button', { name: /save/i }).first()).toBeVisible();

	await entry(page, 'vera@example.com').getByText('Change', { exact: true }).click();
	await entry(page, 'vera@example.com')
		.getByRole('checkbox', { name: /lose access/ })
		.check();
	await entry(page, 'vera@example.com').getByRole('button', { name: 'Remove' }).click();
	await expect(page.getByRole('status')).toContainText('Removed.');
	await viewer.goto(`${product.url}/dashboard`);
	expect(new URL(viewer.url()).pathname).toBe('/sign-in');
	await viewer.context().close();
});

test('somebody stays who can let others in', async ({ page }) => {
	await signIn(page, product, '/people');
	await entry(page, admin.email).getByText('Change', { exact: true }).click();
	await entry(page, admin.email).getByLabel('Role').selectOption({ label: 'Viewer' });
	await entry(page, admin.email).getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('alert')).toContainText('Somebody must remain');
	await expect(entry(page, admin.email)).toContainText('Administrator · All queues');
	await expect(entry(page, admin.email).getByRole('button', { name: 'Remove' })).toHaveCount(0);
});

test('a lost password is set anew by an administrator’s link, which ends all sessions', async ({
	page,
	browser
}) => {
	await signIn(page, product, '/people');
	const other = await otherPage(browser);
	await join(other, await invite(page, 'otto@example.com', 'Manager'));
	await page.reload();
	await entry(page, 'otto@example.com').getByText('Change', { exact: true }).click();
	await entry(page, 'otto@example.com').getByRole('button', { name: 'New password by link' }).click();
	const link = await page.getByLabel('Link for otto@example.com').inputValue();
	await other.goto(`${product.url}/lost-password`);
	await expect(other.getByRole('main')).toContainText('Ask an administrator');

	const third = await otherPage(browser);
	await third.goto(link);
	await third.getByLabel('Password').fill('1234567890');
	await third.getByRole('button').click();
	await expect(third.getByRole('alert')).toContainText('first that are guessed');
	await third.getByLabel('Password').fill('another of one’s own');
	await third.getByRole('button').click();
	await third.waitForURL(`${product.url}/dashboard`);
	await other.goto(`${product.url}/dashboard`);
	expect(new URL(other.url()).pathname).toBe('/sign-in');
	await enter(other, 'otto@example.com', password);
	await expect(other.getByRole('alert')).toContainText('do not fit');
	await enter(other, 'otto@example.com', 'another of one’s own');
	await other.waitForURL(`${product.url}/dashboard`);
	await other.context().close();
	await third.context().close();
});

test('sessions are listed and ended, and a new password ends the others', async ({ page, browser }) => {
	const [first, second] = [await otherPage(browser), await otherPage(browser)];
	for (const one of [first, second]) {
		await enter(one, 'otto@example.com', 'another of one’s own');
		await one.waitForURL(`${product.url}/dashboard`);
	}
	await first.goto(`${product.url}/account`);
	const sessions = first.locator('#sessions li');
	await expect(sessions.filter({ hasText: 'this one' })).toHaveCount(1);
	const count = await sessions.count();
	await first
		.getByRole('button', { name: /^End the session of Chrome/ })
		.first()
		.click();
	await expect(first.getByRole('status')).toContainText('The session has ended.');
	await expect(sessions).toHaveCount(count - 1);
	await second.goto(`${product.url}/account`);
	expect(new URL(second.url()).pathname).toBe('/sign-in');

	await enter(second, 'otto@example.com', 'another of one’s own');
	await second.waitForURL(`${product.url}/dashboard`);
	await first.goto(`${product.url}/account`);
	await first.getByLabel('Current password').fill('not this one');
	await first.getByLabel('New password').fill('the third of one’s own');
	await first.getByRole('button', { name: 'Change the password' }).click();
	await expect(first.getByRole('alert')).toContainText('not right');
	await first.getByLabel('Current password').fill('another of one’s own');
	await first.getByLabel('New password').fill('the third of one’s own');
	await first.getByRole('button', { name: 'Change the password' }).click();
	await expect(first.getByRole('status')).toContainText('The password was changed.');
	await second.goto(`${product.url}/dashboard`);
	expect(new URL(second.url()).pathname).toBe('/sign-in');
	await first.goto(`${product.url}/dashboard`);
	expect(new URL(first.url()).pathname).toBe('/dashboard');
	await signIn(page, product, '/people');
	await entry(page, 'otto@example.com').getByText('Change', { exact: true }).click();
	await entry(page, 'otto@example.com').getByRole('button', { name: 'End all sessions' }).click();
	await first.goto(`${product.url}/dashboard`);
	expect(new URL(first.url()).pathname).toBe('/sign-in');
	await first.context().close();
	await second.context().close();
});

test('who changed what stands in the log, from and to, and can be taken along', async ({ page }) => {
	await signIn(page, product, '/dashboard/cards/settings');
	await page.getByLabel('Month end').first().fill('5');
	await page.getByRole('button', { name: /^save/i }).first().click();
	await page.waitForURL(/saved/);
	await new Client(product).putQueue('loans', { month_end_days: 7 });
	await page.goto(`${product.url}/changes`);
	const rows = page.locator('tbody tr');
	await expect(rows.filter({ hasText: 'Changed the settings' }).filter({ hasText: '3 → 5' })).toContainText(
		admin.email
	);
	await expect(rows.filter({ hasText: '3 → 7' })).toContainText('OFFPEAK_API_KEY');
	for (const words of ['Invited somebody', 'Removed somebody', 'Changed their own password', 'Signed in'])
		await expect(rows.filter({ hasText: words }).first()).toBeVisible();
	await expect(rows.filter({ hasText: 'Changed somebody’s role' })).toContainText('viewer → manager');
	expect(await page.locator('main').innerText()).not.toMatch(/of one’s own|token=/);
	await page.getByLabel('Queue').selectOption('loans');
	await page.getByRole('button', { name: 'Show', exact: true }).click();
	await expect(rows.first()).toContainText('OFFPEAK_API_KEY');
	await expect(rows.filter({ hasText: admin.email })).toHaveCount(0);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'All of these as CSV' }).click()
	]);
	const lines = (await (await file.createReadStream()).toArray()).join('').trim().split('\r\n');
	expect(lines[0]).toBe('at,who,by,address,action,queue,subject,changes');
	expect(lines.at(1)).toMatch(/OFFPEAK_API_KEY,key,.*month_end_days: 3 → 7/);
});

test('what commands do stands in the log, too', async ({ page }) => {
	await new Client(product).send({ id: 'one', queue: 'cards', enqueued_at: new Date().toISOString() });
	const database = await productDatabase(product);
	await database.sql`update rollup set lost = lost + 1`.finally(() => database.close());
	const folder = await mkdtemp(resolve(tmpdir(), 'offpeak-e2e-log-'));
	try {
		for (const command of [
			['verify', '--repair'],
			['holidays', 'NZ'],
			['backup', resolve(folder, 'a.backup')]
		])
			expect(await runBeside(product, ...command)).toMatchObject({ code: 0 });
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	await signIn(page, product, '/changes');
	const rows = page.locator('tbody tr').filter({ hasText: 'command line' });
	for (const [action, detail] of [
		['Repaired figures', 'figures'],
		['Brought calendars up to date', 'NZ'],
		['Made a backup', 'a.backup']
	] as const)
		await expect(rows.filter({ hasText: action })).toContainText(detail);
	// Nothing to mend, nothing changed.
	const count = await rows.count();
	await runBeside(product, 'verify', '--repair');
	await runBeside(product, 'holidays', 'NZ');
	await page.reload();
	await expect(rows).toHaveCount(count);
});

test('a form that was refused, and a preview, are no changes', async ({ page }) => {
	await signIn(page, product, '/changes');
	const count = await page.locator('tbody tr').count();
	await page.goto(`${product.url}/people`);
	await page.locator('#invite').getByLabel('E-mail').fill('otto@example.com');
	await page.locator('#invite').getByRole('button', { name: 'Invite' }).click();
	await expect(page.getByRole('alert')).toContainText('already');
	await page.goto(`${product.url}/changes`);
	await expect(page.locator('tbody tr')).toHaveCount(count);
});

test('a caller is erased by number, on the page and by the command, and the number is kept nowhere', async ({
	page
}) => {
	const client = new Client(product);
	const day = '2026-11-02';
	const calls = ['+49 30 7654321', '+49 30 7654321', '+49 30 111'].map((caller, i) => ({
		id: `caller-${i}`,
		queue: 'cards',
		caller,
		enqueued_at: `${day}T1${i}:00:00+08:00`,
		ended_at: `${day}T1${i}:05:00+08:00`
	}));
	expect((await client.send(calls)).answer.created).toBe(3);
	const repeats = async () =>
		(await client.load('cards', `from=${day}&to=2026-11-03&grain=day`))[0]?.repeat_callers;
	expect(await repeats()).toBe(1);
	await signIn(page, product, '/privacy');
	await page.getByLabel('Phone number').fill('+4930 7654-321');
	await page.getByRole('checkbox').check();
	await page.getByRole('button', { name: 'Erase' }).click();
	await expect(page.getByRole('status')).toContainText('2 calls are of nobody now.');
	expect(await repeats()).toBe(0);
	const { code, output } = await runBeside(product, { input: '+4930111' }, 'erase');
	expect([code, output]).toEqual([0, expect.stringContaining('1 call is of nobody now.')]);
	expect((await runBeside(product, 'verify')).output).toContain('0 differ');
	await page.goto(`${product.url}/changes`);
	await expect(page.locator('tbody tr').filter({ hasText: 'Erased a caller' })).toHaveCount(2);
	expect(await page.locator('main').innerText()).not.toMatch(/7654|30111/);
});

test('a queue keeps its calls for a time of its own: older ones are no longer taken', async ({ page }) => {
	await signIn(page, product, '/dashboard/loans/settings');
	await page.getByLabel('Days for which single calls are kept').fill('10');
	await page.getByRole('button', { name: /^save/i }).first().click();
	await page.waitForURL(/saved/);
	const old = (queue: string) => ({
		id: `old-${queue}`,
		queue,
		enqueued_at: new Date(Date.now() - 20 * 86_400_000).toISOString()
	});
	const { answer } = await new Client(product).send([old('loans'), old('cards')]);
	expect(answer).toMatchObject({ created: 1, rejected: 1 });
	expect(answer.errors[0]).toMatchObject({ id: 'old-loans', code: 'too_old' });
	await page.goto(`${product.url}/privacy`);
	await expect(page.locator('table')).toContainText('Loans line');
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'All settings as JSON' }).click()
	]);
	const text = (await (await file.createReadStream()).toArray()).join('');
	expect(JSON.parse(text).queues).toContainEqual(
		expect.objectContaining({ slug: 'loans', retention_days: 10 })
	);
	expect(JSON.parse(text).people).toContainEqual(
		expect.objectContaining({ email: admin.email, role: 'admin' })
	);
	expect(text).not.toMatch(/argon2|hash/);
});

for (const lang of ['en', 'zh'])
	test(`the pages are for everybody: ${lang}`, async ({ page }) => {
		test.setTimeout(120_000);
		await signIn(page, product, '/people', lang);
		for (const path of ['/people', '/keys', '/changes', '/privacy', '/account']) {
			await page.goto(product.url + path);
			for (const details of await page.locator('details').all())
				await details.evaluate((one) => one.setAttribute('open', ''));
			for (const colorScheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme });
				await expectAccessible(page);
			}
			await page.setViewportSize({ width: 360, height: 740 });
			await expectNoSidewaysScroll(page);
			await page.setViewportSize({ width: 1280, height: 720 });
		}
		await page.context().clearCookies();
		for (const path of ['/sign-in', '/lost-password', '/set-password']) {
			await page.goto(`${product.url}${path}?lang=${lang}`);
			await expectAccessible(page);
			await page.setViewportSize({ width: 360, height: 740 });
			await expectNoSidewaysScroll(page);
		}
	});
