import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface TwilioRequest {
	/** As it reached the server. */
	url: URL;
	/** The `Authorization` header: the address at Twilio may hold a name and a password, which are signed with it. */
	authorization: string | null;
	/** The `X-Twilio-Signature` header. */
	signature: string | null;
	body: string;
}

/**
 * Whether Twilio has sent a request, as its signature tells (https://www.twilio.com/docs/usage/webhooks/webhooks-security):
 * HMAC-SHA1 by the account's token of the address and, of a form, of its fields in order of their names. Of other bodies
 * the address holds the hash.
 */
export function isSignedByTwilio(
	{ url, authorization, signature, body }: TwilioRequest,
	token: string
): boolean {
	if (signature === null) return false;
	const hash = url.searchParams.get('bodySHA256');
	if (hash !== null && hash.toLowerCase() !== createHash('sha256').update(body).digest('hex')) return false;
	const signed = hash === null ? fieldsInOrder(body) : '';
	return addresses(url, authorization).some((address) =>
		isSame(
			signature,
			createHmac('sha1', token)
				.update(address + signed)
				.digest('base64')
		)
	);
}

function fieldsInOrder(form: string): string {
	const fields = [...new URLSearchParams(form)].map(([name, value]) => ({ name, value }));
	fields.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
	return fields.map(({ name, value }) => name + value).join('');
}

/** The address as it may stand at Twilio: with name and password or without, and with the port, also the usual one. */
function addresses(
	{ protocol, hostname, port, pathname, search }: URL,
	authorization: string | null
): string[] {
	const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
	const credentials = encoded === undefined ? [] : [`${Buffer.from(encoded, 'base64').toString('utf8')}@`];
	const usual = protocol === 'https:' ? '443' : '80';
	const hosts = port === '' ? [hostname, `${hostname}:${usual}`] : [`${hostname}:${port}`, hostname];
	return ['', ...credentials].flatMap((user) =>
		hosts.map((host) => `${protocol}//${user}${host}${pathname}${search}`)
	);
}

function isSame(a: string, b: string): boolean {
	const [one, other] = [Buffer.from(a), Buffer.from(b)];
	return one.length === other.length && timingSafeEqual(one, other);
}
