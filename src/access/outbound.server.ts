import { lookup as dnsLookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './outboundAddress.server.ts';

/** Why nothing came back. */
export type OutboundProblem =
	| 'bad_address'
	| 'private_address'
	| 'no_such_host'
	| 'unreachable'
	| 'bad_certificate'
	| 'timeout'
	| 'too_large'
	| 'too_many_redirects';

export type OutboundAnswer =
	| { status: number; headers: Headers; body: string; /** After all redirects. */ url: URL }
	| { problem: OutboundProblem; /** The address that it is about. */ url: string };

export interface OutboundOptions {
	method?: 'GET' | 'POST';
	headers?: Record<string, string>;
	/** Sent with `POST`, and not again after a redirect. */
	body?: string;
	/** For all of it, redirects too. */
	timeoutMs?: number;
	/** Of the answer's body. */
	maxBytes?: number;
	redirects?: number;
	/** Also asks addresses that are not of the public internet (`OFFPEAK_ALLOW_PRIVATE_ADDRESSES`). */
	allowPrivate?: boolean;
	/** Whether an IP address may be asked; by default those of the public internet. */
	isAllowed?: (address: string) => boolean;
	/** All IP addresses of a name. */
	resolve?: (host: string) => Promise<string[]>;
}

/**
 * Asks an address that a person gave, and that may mean harm: http and https only, no names and passwords in it, and
 * only hosts all of whose IP addresses are public. The connection goes to the very address that was checked, whatever
 * the name says the next moment; each redirect is checked anew. Time and size are limited. Never throws for what the
 * other side does.
 */
export async function askOutside(address: string, options: OutboundOptions = {}): Promise<OutboundAnswer> {
	const signal = AbortSignal.timeout(options.timeoutMs ?? 10_000);
	let sent = options;
	let next = address;
	for (let left = options.redirects ?? 5; left >= 0; left--) {
		const url = parseAddress(next);
		if (!url) return { problem: 'bad_address', url: next };
		const answer = await askOnce(url, sent, signal).catch((error: unknown) => ({
			problem: problemOf(error, signal),
			url: url.href
		}));
		if ('problem' in answer) return answer;
		const location = answer.headers.get('location');
		if (![301, 302, 303, 307, 308].includes(answer.status) || location === null) return answer;
		next = URL.canParse(location, url) ? new URL(location, url).href : location;
		// Whoever redirects gets neither the message nor the headers with its secrets sent on.
		sent = { ...options, method: 'GET', body: undefined, headers: {} };
	}
	return { problem: 'too_many_redirects', url: next };
}

class Refused extends Error {
	constructor(readonly problem: OutboundProblem) {
		super(problem);
	}
}

function parseAddress(text: string): URL | null {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
	return url.hostname === '' ? null : url;
}

async function askOnce(url: URL, options: OutboundOptions, signal: AbortSignal): Promise<OutboundAnswer> {
	const { isAllowed = isPublicAddress, resolve = addressesOf } = options;
	const host = url.hostname.replace(/^\[|\]$/g, '');
	const addresses = isIP(host) ? [host] : await timely(resolve(host), signal);
	const [address] = addresses;
	if (address === undefined) throw new Refused('no_such_host');
	if (!options.allowPrivate && !addresses.every(isAllowed)) throw new Refused('private_address');
	const response = await send(url, address, options, signal);
	const body = await readBody(response, options.maxBytes ?? 2 * 1024 * 1024);
	return { status: response.statusCode ?? 0, headers: headersOf(response), body, url };
}

function send(
	url: URL,
	address: string,
	{ method = 'GET', headers = {}, body }: OutboundOptions,
	signal: AbortSignal
): Promise<IncomingMessage> {
	const family = isIP(address);
	return new Promise((done, fail) => {
		const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
			url,
			{
				method,
				signal,
				agent: false,
				headers: {
					'user-agent': 'Offpeak',
					// Nothing is unpacked here, so nothing can swell.
					'accept-encoding': 'identity',
					...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
					...headers
				},
				// The address that was checked, and no other: the name is not looked up again.
				lookup: (_, { all }, give) => (all ? give(null, [{ address, family }]) : give(null, address, family))
			},
			done
		);
		request.on('error', fail);
		request.end(body);
	});
}

/** The body as UTF-8; a longer one than allowed ends the connection. */
async function readBody(response: IncomingMessage, maxBytes: number): Promise<string> {
	const pieces: Buffer[] = [];
	let bytes = 0;
	for await (const piece of response) {
		bytes += piece.length;
		if (bytes > maxBytes) {
			response.destroy();
			throw new Refused('too_large');
		}
		pieces.push(piece);
	}
	return Buffer.concat(pieces).toString('utf8');
}

/** Each header; those that came several times are joined, as `fetch` does. */
function headersOf({ headersDistinct }: IncomingMessage): Headers {
	const headers = new Headers();
	for (const [name, values = []] of Object.entries(headersDistinct))
		for (const value of values) headers.append(name, value);
	return headers;
}

async function addressesOf(host: string): Promise<string[]> {
	return (await dnsLookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

/** The look-up of a name cannot be ended, only left alone. */
function timely<Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value> {
	return new Promise((done, fail) => {
		signal.addEventListener('abort', () => fail(signal.reason), { once: true });
		value.then(done, fail);
	});
}

function problemOf(error: unknown, signal: AbortSignal): OutboundProblem {
	if (error instanceof Refused) return error.problem;
	if (signal.aborted) return 'timeout';
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (/^(ENOTFOUND|EAI_|ENODATA)/.test(code)) return 'no_such_host';
	return /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY|^ERR_TLS/.test(code) ? 'bad_certificate' : 'unreachable';
}
