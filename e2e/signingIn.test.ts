import { expect, test, type Page } from '@playwright/test';
import { attemptLimits } from '#access/signInAttempts.server.ts';
import { identityProvider, type IdentityProvider } from './identityProvider.ts';
import { catchMail, textOf, type MailCatcher } from './mailCatcher.ts';
import { admin, startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';

test.describe.configure({ mode: 'serial' });

const password = 'a password of one’s own';
let mail: MailCatcher;
let provider: IdentityProvider;
let product: Product;
let env: Record<string, string>;
test.beforeAll(async () => {
	[mail, provider] = await Promise.all([catchMail(), identityProvider()]);
	env = {
		SMTP_URL: mail.url,
		SMTP_FROM: 'Offpeak <offpeak@example.com>',
		OIDC_ISSUER: provider.issuer,
		OIDC_CLIENT_ID: provider.clientId,
		OIDC_CLIENT_SECRET: provider.clientSecret
	};
	product = await startProduct({ env });
});
test.afterAll(async () => {
	await product.stop();
	await Promise.all([mail.close(), provider.close()]);
});

async function invite(page: Page, email: string): Promise<string> {
	await signIn(page, product, '/people');
	await page.locator('#invite').getByLabel('E-mail').fill(email);
	await page.getByRole('button', { name: 'Invite' }).click();
	await expect(page.getByRole('status')).toContainText('It was also sent by e-mail.');
	const link = await page.getByLabel(`Link for ${email}`).inputValue();
	await page.context().clearCookies();
	return link;
}

async function enter(page: Page, email: string, secret: string): Promise<void> {
	await page.goto(`${product.url}/sign-in?lang=en`);
	await page.getByLabel('E-mail').fill(email);
	await page.getByLabel('Password').fill(secret);
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const linkIn = (text: string) => /http:\S+set-password\?token=\S+/.exec(textOf(text))?.[0] ?? '';

test('an invitation comes by e-mail, and a lost password is set anew by one', async ({ page }) => {
	const link = await invite(page, 'ina@example.com');
	const invitation = await mail.next();
	expect(invitation).toMatch(/^To: ina@example.com/m);
	expect(invitation).toMatch(/^From: Offpeak <offpeak@example.com>/m);
	expect(linkIn(invitation)).toBe(link);
	await page.goto(link);
	await page.getByLabel('Password').fill(password);
	await page.getByRole('button').click();
	await page.waitForURL(`${product.url}/dashboard`);
	await page.context().clearCookies();

	// Nothing tells who has an account: the same page, and a mail only to who has.
	for (const email of ['nobody@example.com', 'ina@example.com']) {
		await page.goto(`${product.url}/lost-password`);
		await page.getByLabel('E-mail').fill(email);
		await page.getByRole('button', { name: 'Send the link' }).click();
		await expect(page.getByRole('main')).toContainText(
			'If this e-mail has an account, the link is on its way.'
		);
	}
	const lost = await mail.next();
	expect(lost).toMatch(/^To: ina@example.com/m);
	expect(mail.count()).toBe(2);
	await page.goto(linkIn(lost));
	await page.getByLabel('Password').fill('another of one’s own');
	await page.getByRole('button').click();
	await page.waitForURL(`${product.url}/dashboard`);
	await page.context().clearCookies();
	await enter(page, 'ina@example.com', password);
	await expect(page.getByRole('alert')).toContainText('do not fit');
});

/** A device that makes passkeys, and says yes whenever it is asked. */
async function plugInDevice(page: Page): Promise<void> {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('WebAuthn.enable');
	await cdp.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
}

/** Passkeys are for names of hosts, and 127.0.0.1 is none. */
const asName = (url: string) => url.replace('127.0.0.1', 'localhost');

test('where passkeys are demanded a password opens no more than the own account', async ({ page }) => {
	const strict = await startProduct({ env: { OFFPEAK_DEMAND_PASSKEY: 'admins' } });
	try {
		const url = asName(strict.url);
		await plugInDevice(page);
		await page.goto(`${url}/sign-in?lang=en`);
		await page.getByLabel('E-mail').fill(admin.email);
		await page.getByLabel('Password').fill(admin.password);
		await page.getByRole('button', { name: 'Sign in', exact: true }).click();
		await page.waitForURL(`${url}/account`);
		await expect(page.getByRole('main')).toContainText('Add one below');
		await page.goto(`${url}/people`);
		expect(new URL(page.url()).pathname).toBe('/account');
		expect((await page.request.get(`${url}/api/v1/queues`)).status()).toBe(403);

		await page.getByLabel('Name of the device').fill('The laptop');
		await page.getByRole('button', { name: 'Add a passkey' }).click();
		await expect(page.locator('#passkeys li')).toContainText('The laptop');
		await expect(page.getByRole('main')).toContainText('sign in again with yours');
		// Whoever knows the password only could otherwise take the passkey's place.
		await page.getByRole('button', { name: 'Remove The laptop' }).click();
		await expect(page.getByRole('alert')).toContainText('Sign in with a passkey first.');
		await page.goto(`${url}/dashboard`);
		expect(new URL(page.url()).pathname).toBe('/account');

		await page.context().clearCookies();
		await page.goto(`${url}/sign-in?to=/people&lang=en`);
		await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
		await page.waitForURL(`${url}/people`);
		await expect(page.getByRole('main')).toContainText(admin.email);
		expect((await page.request.get(`${url}/api/v1/queues`)).status()).toBe(200);
	} finally {
		await strict.stop();
	}
});

test('a passkey is made, signs in without a password, and is removed', async ({ page }) => {
	const url = asName(product.url);
	await plugInDevice(page);
	await signIn(page, { ...product, url }, '/account');
	await page.getByLabel('Name of the device').fill('The laptop');
	await page.getByRole('button', { name: 'Add a passkey' }).click();
	await expect(page.locator('#passkeys li')).toContainText('The laptop');

	await page.context().clearCookies();
	await page.goto(`${url}/sign-in?to=/account&lang=en`);
	await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
	await page.waitForURL(`${url}/account`);
	await expect(page.locator('.lead')).toContainText(admin.email);
	await expect(page.locator('#passkeys li')).toContainText('last used');

	await page.getByRole('button', { name: 'Remove The laptop' }).click();
	await expect(page.getByRole('status').first()).toContainText('The passkey was removed.');
	await page.context().clearCookies();
	await page.goto(`${url}/sign-in?lang=en`);
	await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
	await expect(page.getByRole('status')).toContainText('That did not work.');
});

test('an answer to a passkey’s challenge counts once, and only to the one that was asked', async ({
	request
}) => {
	const asked = await (await request.get(`${product.url}/sign-in/passkey`)).json();
	expect(asked.options.userVerification).toBe('required');
	const credential = {
		id: 'AAAA',
		rawId: 'AAAA',
		type: 'public-key',
		response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' }
	};
	for (const data of [{ token: asked.token, credential }, { token: 'none', credential }, {}, null]) {
		const response = await request.post(`${product.url}/sign-in/passkey`, { data });
		expect(response.status()).toBe(400);
	}
});

test('the identity provider lets in who was invited and whose e-mail it vouches for', async ({ page }) => {
	await invite(page, 'olga@example.com');
	const come = async () => {
		await page.context().clearCookies();
		await page.goto(`${product.url}/sign-in?to=/account&lang=en`);
		await page.getByRole('link', { name: /^Sign in through 127/ }).click();
	};
	provider.signIn({ sub: 'o-1', email: 'olga@example.com', email_verified: false });
	await come();
	await expect(page.getByRole('alert')).toContainText('does not vouch');
	provider.signIn({ sub: 'o-2', email: 'stranger@example.com', email_verified: true });
	await come();
	await expect(page.getByRole('alert')).toContainText('not among the people');
	for (const fault of ['signature', 'nonce'] as const) {
		provider.signIn({ sub: 'o-1', email: 'olga@example.com', email_verified: true, fault });
		await come();
		await expect(page.getByRole('alert')).toContainText('did not let you in');
	}
	provider.signIn({ sub: 'o-1', email: 'olga@example.com', email_verified: true });
	await come();
	await page.waitForURL(`${product.url}/account`);
	await expect(page.locator('.lead')).toContainText('olga@example.com');
	// From then on by the provider's own name for her; and nobody else takes her place with her e-mail.
	provider.signIn({ sub: 'o-1', email: 'new-name@example.com', email_verified: true });
	await come();
	await page.waitForURL(`${product.url}/account`);
	await expect(page.locator('.lead')).toContainText('olga@example.com');
	provider.signIn({ sub: 'o-3', email: 'olga@example.com', email_verified: true });
	await come();
	await expect(page.getByRole('alert')).toContainText('not among the people');
	await page.goto(`${product.url}/sign-in/provider/back?code=1&state=2`);
	await expect(page.getByRole('alert')).toContainText('did not let you in');
});

test('after too many failures nobody is let in under that name, after a new start neither; others are', async ({
	page
}) => {
	test.setTimeout(180_000);
	const post = (email: string, secret: string) =>
		page.request.post(`${product.url}/sign-in`, {
			form: { email, password: secret },
			headers: { accept: 'text/html' },
			maxRedirects: 0
		});
	// A success forgets the failures before it.
	expect((await post('ina@example.com', 'another of one’s own')).status()).toBe(303);
	await page.context().clearCookies();
	// All at once: none of them slips through before the others are counted.
	const tries = Array.from({ length: attemptLimits.account + 10 }, (_, i) =>
		post('ina@example.com', `wrong ${i}`)
	);
	const statuses = (await Promise.all(tries)).map((response) => response.status());
	expect(statuses.filter((status) => status === 400)).toHaveLength(attemptLimits.account);
	expect(statuses.filter((status) => status === 429)).toHaveLength(10);
	expect((await post('Ina@example.com ', 'another of one’s own')).status()).toBe(429);
	// Those that there are not are refused alike.
	for (let i = 0; i < attemptLimits.account; i++)
		expect((await post('nobody@example.com', `wrong ${i}`)).status()).toBe(400);
	expect((await post('nobody@example.com', 'wrong')).status()).toBe(429);

	await product.kill();
	product = await startProduct({ env, dataDir: product.dataDir });
	expect((await post('ina@example.com', 'another of one’s own')).status()).toBe(429);
	expect((await post(admin.email, admin.password)).status()).toBe(303);
	await page.goto(`${product.url}/changes?lang=en`);
	await expect(page.locator('tbody')).toContainText('Sign-in locked after too many failures');
	await expect(page.locator('tbody')).toContainText('ina@example.com');
});
