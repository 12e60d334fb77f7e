import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who is signed in at the provider, and what is wrong with what it says. */
export interface AtProvider {
	sub: string;
	email: string;
	email_verified: boolean;
	/** Signed by somebody else, or for another sign-in. */
	fault?: 'signature' | 'nonce';
}

export interface IdentityProvider {
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** From now on this is who signs in there. */
	signIn: (who: AtProvider) => void;
	close: () => Promise<void>;
}

/** An identity provider that lets everybody in at once (OpenID Connect Core 1.0, 3.1; PKCE, RFC 7636). */
export async function identityProvider(): Promise<IdentityProvider> {
	const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const client = { clientId: 'offpeak', clientSecret: 'a-secret-of-tests' };
	const codes = new Map<string, { challenge: string; nonce: string; redirect: string }>();
	let who: AtProvider = { sub: '1', email: 'nobody@example.com', email_verified: true };
	let issuer = '';
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', issuer);
		const json = (body: object, status = 200) =>
			response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
		if (url.pathname === '/.well-known/openid-configuration')
			return json({
				issuer,
				authorization_endpoint: `${issuer}/authorize`,
				token_endpoint: `${issuer}/token`,
				jwks_uri: `${issuer}/keys`,
				response_types_supported: ['code'],
				subject_types_supported: ['public'],
				id_token_signing_alg_values_supported: ['RS256'],
				code_challenge_methods_supported: ['S256']
			});
		if (url.pathname === '/keys')
			return json({
				keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }]
			});
		if (url.pathname === '/authorize') {
			const asked = (name: string) => url.searchParams.get(name) ?? '';
			const code = randomUUID();
			codes.set(code, {
				challenge: asked('code_challenge'),
				nonce: asked('nonce'),
				redirect: asked('redirect_uri')
			});
			const back = new URL(asked('redirect_uri'));
			back.search = new URLSearchParams({ code, state: asked('state'), iss: issuer }).toString();
			return response.writeHead(302, { location: back.href }).end();
		}
		let text = '';
		request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
		request.on('end', () => {
			const sent = new URLSearchParams(text);
			const known = codes.get(sent.get('code') ?? '');
			codes.delete(sent.get('code') ?? '');
			const challenge = createHash('sha256')
				.update(sent.get('code_verifier') ?? '')
				.digest('base64url');
			const isRight =
				known?.challenge === challenge &&
				known.redirect === sent.get('redirect_uri') &&
				sent.get('client_secret') === client.clientSecret;
			if (!known || !isRight) return json({ error: 'invalid_grant' }, 400);
			const { fault, ...claims } = who;
			const seconds = Math.floor(Date.now() / 1000);
			const head = { alg: 'RS256', kid: '1', typ: 'JWT' };
			const body = {
				...claims,
				iss: issuer,
				aud: client.clientId,
				iat: seconds,
				exp: seconds + 300,
				nonce: fault === 'nonce' ? 'another' : known.nonce
			};
			const encoded = [head, body]
				.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
				.join('.');
			const { privateKey } = fault === 'signature' ? strangers : keys;
			const signature = sign('sha256', Buffer.from(encoded), privateKey).toString('base64url');
			json({ access_token: randomUUID(), token_type: 'Bearer', id_token: `${encoded}.${signature}` });
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		issuer,
		...client,
		signIn: (next) => {
			who = next;
		},
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}
