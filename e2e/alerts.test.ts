import { expect, test, type Page } from '@playwright/test';
import { isSigned } from '#access/webhookSignature.ts';
import { openApi } from '#views/api/openapi/document.ts';
import { misfits } from '#views/api/openapi/testing/misfits.ts';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { Client } from './client.ts';
import { catchHooks, type HookCatcher } from './hookCatcher.ts';
import { catchMail, textOf, type MailCatcher } from './mailCatcher.ts';
import { startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';

// The promise: a rule fires when it holds, tells a webhook and a mailbox once, keeps trying over restarts, says on its
// page what fired and who was told, and is silent when it is told to be.

test.describe.configure({ mode: 'serial' });

const soon = { timeout: 30_000 };
const path = '/dashboard/payments/alerts';
let mail: MailCatcher;
let hook: HookCatcher;
let product: Product;
let client: Client;
let env: Record<string, string>;

test.beforeAll(async () => {
	[mail, hook] = await Promise.all([catchMail(), catchHooks()]);
	env = {
		SMTP_URL: mail.url,
		SMTP_FROM: 'Offpeak <calls@example.com>',
		ORIGIN: 'http://127.0.0.1:45999',
		OFFPEAK_ALLOW_PRIVATE_ADDRESSES: 'true'
	};
	product = await startProduct({ env: { ...env, ORIGIN: '' } });
	client = new Client(product);
	await client.putQueue('payments', { name: { en: 'Payments', zh: '支付' }, zone: 'Asia/Shanghai' });
});
test.afterAll(async () => {
	await product.stop();
	await Promise.all([mail.close(), hook.close()]);
});

/** Callers who have just come and wait. */
async function wait(...ids: string[]): Promise<void> {
	const enqueued_at = new Date().toISOString();
	const { answer } = await client.send(ids.map((id) => ({ id, queue: 'payments', enqueued_at })));
	expect(answer.rejected).toBe(0);
}

/** They hang up. */
async function leave(...ids: string[]): Promise<void> {
	const at = new Date().toISOString();
	const calls = ids.map((id) => ({
		id,
		queue: 'payments',
		enqueued_at: at,
		ended_at: at,
		outcome: 'abandoned'
	}));
	await client.send(calls);
}

const entry = (page: Page, text: string) => page.locator('#rules li').filter({ hasText: text });
const status = (page: Page) => page.getByRole('status');

test('a manager says who is told and what is watched, and tries it', async ({ page }) => {
	await signIn(page, product, path);
	await expect(page.locator('.lead')).toHaveText('No rule watches this queue yet.');
	await page.getByLabel('E-mail address').fill('ops@example.com');
	await page.locator('#targets').getByRole('button', { name: 'Add' }).first().click();
	await expect(page.locator('#targets li')).toContainText(['E-mail · English']);
	await page.getByLabel('Address (https)').fill(hook.url);
	await page.locator('#targets').getByRole('button', { name: 'Add' }).last().click();
	const secret = await page.getByLabel(/^The secret that signs/).inputValue();
	expect(secret).toMatch(/^whsec_[\w+/=]{40,}$/);
	await expectAccessible(page);

	await page.getByRole('link', { name: 'Callers waiting' }).click();
	await page.getByLabel('Limit (callers)').fill('0');
	await page.getByLabel('Must hold for (minutes)').fill('0');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(status(page)).toContainText('The limit is out of range.');
	await page.getByLabel('Limit (callers)').fill('2');
	await page.getByLabel('none').check();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(status(page)).toContainText('Saved.');
	const rule = entry(page, '2 or more callers wait');
	await expect(rule).toContainText('at once · at any hour · tells ops@example.com, 127.0.0.1');
	await expect(rule).toContainText('watching · did not fire in 30 days');

	await rule.getByRole('button', { name: /^Try it/ }).click();
	await expect(status(page)).toContainText('ops@example.com: taken.');
	await expect(status(page)).toContainText(/127\.0\.0\.1:\d+\/….*: taken\./);
	const sent = hook.messages[0];
	expect(sent?.message.type).toBe('alert.test');
	const message = {
		id: String(sent?.headers['webhook-id']),
		timestamp: Number(sent?.headers['webhook-timestamp']),
		body: sent?.body ?? ''
	};
	expect(isSigned(secret, String(sent?.headers['webhook-signature']), message)).toBe(true);
	expect(Math.abs(message.timestamp - Date.now() / 1000)).toBeLessThan(60);
	const mailed = await mail.next();
	expect(mailed).toContain('Subject: [Test] Payments');
	expect(mailed).toContain('Auto-Submitted: auto-generated');
	expect(textOf(mailed)).toContain('This is a test: nothing has happened.');
});

test('it fires, tells both once, and says so', async ({ page }) => {
	await wait('a', 'b');
	await expect.poll(hook.types, soon).toEqual(['alert.test', 'alert.firing']);
	expect(hook.messages[1]?.message.data).toMatchObject({ queue: 'payments', kind: 'waiting', value: 2 });
	const mailed = await mail.next();
	expect(mailed).toContain('Subject: [Firing] Payments');
	expect(textOf(mailed)).toContain('2 callers wait; the limit is 2.');
	await signIn(page, product, path);
	await expect(page.locator('.lead')).toHaveText('One alert is firing: 2 callers wait; the limit is 2.');
	const now = page.locator('#now');
	await expect(now).toContainText(/ops@example\.com – fired: sent \d\d:\d\d/);
	await expectAccessible(page);
	await page.goto(`${product.url}/alerts?lang=en`);
	await expect(page.locator('#now')).toContainText('Payments');
	await expect(page.locator('#history tbody tr')).toHaveCount(1);
	await expectAccessible(page);
});

test('what cannot be delivered is tried again, also by the process that comes after', async ({ page }) => {
	hook.answer(503);
	await leave('a', 'b');
	const resolved = () => hook.types().filter((type) => type === 'alert.resolved').length;
	await expect.poll(resolved, soon).toBeGreaterThan(0);
	expect(await mail.next()).toContain('Subject: [Over] Payments');
	await signIn(page, product, path);
	await page.locator('#history summary').first().click();
	await expect(page.locator('#history')).toContainText(/over: failed .* \(it answered 503\); again at/);
	await product.kill();
	const refused = resolved();
	hook.answer(200);
	product = await startProduct({ dataDir: product.dataDir, env: { ...env, ORIGIN: '' } });
	client = new Client(product);
	await expect.poll(resolved, { timeout: 90_000 }).toBe(refused + 1);
	const ids = hook.messages.filter(({ message }) => message.type === 'alert.resolved');
	expect(new Set(ids.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
	await page.goto(`${product.url}${path}?lang=en`);
	await expect(page.locator('.lead')).toContainText('Nothing is firing. One rule watches this queue.');
	await expect(page.locator('#history tbody tr').first()).toContainText('4 of 4');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('a rule is silenced for ever, and heard again; a deletion is taken back, in Chinese', async ({
		page
	}) => {
		await page.setViewportSize({ width: 360, height: 800 });
		await signIn(page, product, path, 'zh');
		await entry(page, '等候人数').locator('summary').click();
		await page.getByLabel('时长').first().selectOption('ever');
		await page.getByRole('button', { name: '静默', exact: true }).first().click();
		await expect(entry(page, '等候人数')).toContainText('设为永久静默');
		await expectNoSidewaysScroll(page);
		const heard = hook.messages.length;
		await wait('c', 'd', 'e');
		await expect
			.poll(async () => {
				await page.goto(`${product.url}${path}?lang=zh`);
				return page.locator('.lead').textContent();
			}, soon)
			.toContain('3 人在等候');
		await expect(page.locator('#now')).toContainText('已静默，不通知');
		expect(hook.messages).toHaveLength(heard);
		await entry(page, '等候人数').getByRole('button', { name: '取消静默' }).click();
		await expect(status(page)).toContainText('已取消静默');
		await expect.poll(() => hook.messages.length, soon).toBe(heard + 1);
		await expectNoSidewaysScroll(page);

		await entry(page, '等候人数').getByRole('button', { name: '删除' }).click();
		await expect(status(page)).toContainText('规则“等候人数达到 2 人”已删除。');
		await expect.poll(() => hook.types().at(-1), soon).toBe('alert.resolved');
		await page.goto(`${product.url}${path}?lang=zh`);
		await page.getByRole('button', { name: '撤销' }).click();
		await expect(entry(page, '等候人数')).toHaveCount(1);
		await expect(page.locator('#history')).toContainText('规则已删除');
		await leave('c', 'd', 'e');
	});
});

test('programs do the same: rules, silence, what fired', async () => {
	const ask = async (address: string, method = 'GET', body?: object) => {
		const init = body ? { method, body: JSON.stringify(body) } : { method };
		const response = await client.fetch(`/alerts${address}`, init);
		return { status: response.status, body: response.status === 204 ? null : await response.json() };
	};
	const settings = { kind: 'longest_wait', limit: 300, quiet: { from: '22:00', to: '07:00' } };
	const made = await ask('/rules', 'POST', { queue: 'payments', ...settings });
	expect(made).toMatchObject({
		status: 201,
		body: { ...settings, sentence: { en: 'Somebody waits 5 min or longer', zh: '有人等候达到 5 分钟' } }
	});
	const { id } = made.body;
	expect((await ask(`/rules/${id}`, 'PUT', { ...settings, limit: 60 })).body).toMatchObject({
		id,
		limit: 60
	});
	expect((await ask(`/rules/${id}/silence`, 'PUT', { until: null })).body.silenced_by).not.toBeNull();
	expect((await ask(`/rules/${id}/silence`, 'DELETE')).body.silenced_by).toBeNull();
	expect((await ask('/rules?queue=payments')).body.rules).toHaveLength(2);
	expect((await ask(`/rules/${id}`, 'DELETE')).status).toBe(204);
	expect((await ask(`/rules/${id}`, 'DELETE')).status).toBe(404);
	const { alerts } = (await ask('?state=resolved')).body;
	expect(alerts.length).toBeGreaterThanOrEqual(2);
	const { schemas } = openApi.components;
	const fits = misfits(schemas, { $ref: '#/components/schemas/Alerts' }, { exact: true });
	expect(fits({ alerts, cursor: null })).toEqual([]);
	expect(alerts[0]).toMatchObject({ queue: 'payments', end: 'removed', worst_value: 3 });
	expect((await ask('?state=firing&queue=payments')).status).toBe(200);
});
