import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
	allowInsecureRequests,
	authorizationCodeGrant,
	buildAuthorizationUrl,
	calculatePKCECodeChallenge,
	discovery,
	enableNonRepudiationChecks,
	randomNonce,
	randomPKCECodeVerifier,
	randomState,
	type Configuration
} from 'openid-client';
import { cookieName } from '#access/cookieName.ts';
import { pendingMinutes, recall, remember } from '#access/pending.server.ts';
import { personOfProvider } from '#access/providerPeople.server.ts';
import { product } from '#work/product.server.ts';
import { openSession, safePath } from './session.server.ts';

/** Why somebody is back on the page to sign in. */
export const providerProblems = ['failed', 'unverified', 'unknown', 'away'] as const;
export type ProviderProblem = (typeof providerProblems)[number];

const kind = 'provider';
const cookie = (url: URL) => cookieName('offpeak_provider', url);
/** The provider sends people back from its own site: a strict cookie would not come along. */
const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

/** What the provider of the settings is called; null: there is none. */
export function providerName(): string | null {
	const { oidc } = product().settings;
	return oidc && new URL(oidc.issuer).hostname;
}

/** Sends somebody to the identity provider (OpenID Connect Core 1.0, 3.1: the code flow, with PKCE, state and nonce). */
export async function goToProvider({ url, cookies, locals }: RequestEvent): Promise<never> {
	const config = await known();
	if (!config) back('away');
	const verifier = randomPKCECodeVerifier();
	const [state, nonce] = [randomState(), randomNonce()];
	const data = { verifier, state, nonce, to: safePath(url.searchParams.get('to')) };
	const token = await remember(product().database, kind, { data, now: locals.now });
	const secure = url.protocol === 'https:';
	cookies.set(cookie(url), token, { ...cookieOptions, secure, maxAge: pendingMinutes * 60 });
	const address = buildAuthorizationUrl(config, {
		redirect_uri: backAddress(url),
		scope: 'openid email',
		code_challenge: await calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256',
		state,
		nonce
	});
	redirect(303, address.href);
}

/** Takes somebody back from the identity provider. */
export async function comeBack(event: RequestEvent): Promise<never> {
	const { url, cookies, locals } = event;
	const { database, settings } = product();
	const token = cookies.get(cookie(url)) ?? '';
	cookies.delete(cookie(url), { ...cookieOptions, secure: url.protocol === 'https:' });
	const pending = await recall(database, kind, { token, now: locals.now });
	const config = await known();
	if (!config) back('away');
	if (!pending || !settings.oidc) back('failed');
	const address = new URL(backAddress(url) + url.search);
	const tokens = await authorizationCodeGrant(config, address, {
		pkceCodeVerifier: pending.verifier ?? '',
		expectedState: pending.state ?? '',
		expectedNonce: pending.nonce ?? '',
		idTokenExpected: true
	}).catch((error: unknown) => {
		console.error('Sign-in through the identity provider:', error instanceof Error ? error.message : error);
		return null;
	});
	const claims = tokens?.claims();
	if (!claims) back('failed');
	const person = await personOfProvider(database, {
		subject: `${claims.iss} ${claims.sub}`,
		email: typeof claims.email === 'string' ? claims.email : null,
		isVerified: claims.email_verified === true
	});
	if (typeof person === 'string') back(person);
	await openSession(event, person, { isStrong: true });
	redirect(303, safePath(pending.to ?? null));
}

let configuration: Promise<Configuration> | null = null;

/** The provider's own description, read once; null while it does not answer. */
async function known(): Promise<Configuration | null> {
	const { oidc } = product().settings;
	if (!oidc) return null;
	const issuer = new URL(oidc.issuer);
	const execute = [
		enableNonRepudiationChecks,
		// On this machine only: the settings take no other.
		...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])
	];
	configuration ??= discovery(issuer, oidc.clientId, oidc.clientSecret, undefined, { execute, timeout: 10 });
	return configuration.catch((error: unknown) => {
		configuration = null;
		console.error('The identity provider:', error instanceof Error ? error.message : error);
		return null;
	});
}

function backAddress(url: URL): string {
	return `${product().settings.origin ?? url.origin}/sign-in/provider/back`;
}

function back(problem: ProviderProblem): never {
	redirect(303, `/sign-in?provider=${problem}`);
}
