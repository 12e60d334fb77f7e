import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { routeKey } from '#model/routeKey.ts';
import { clientAddress } from './clientAddress.ts';
import { refuseBody } from './refuseBody.ts';
import { takeShortBody } from './takeShortBody.ts';
import type { Span } from './traces.ts';

/** Set by this server on every request, so that what a client sends under these names never counts. */
export const protocolHeader = 'x-offpeak-protocol';
export const addressHeader = 'x-offpeak-address';
const idHeader = 'x-request-id';

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

const timeouts = {
	headersTimeout: 15_000,
	// A stream of calls may take as long as it moves: ingestion has a time-out of its own.
	requestTimeout: 0,
	connectionsCheckingInterval: 2_000,
	// Longer than the 60 s after which proxies let go, so that they and not this server close first.
	keepAliveTimeout: 65_000
};
const mostConnections = 10_000;
/** How long the rest of a body is let in that nobody reads, once the answer has been sent. */
const restMs = 5_000;

/** What every answer says, those of static files too, which the application does not see; it may say more. */
const safeHeaders = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
	'Permissions-Policy':
		'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), ' +
		'microphone=(), midi=(), payment=(), usb=()'
};

/** Browsers come back over TLS only, for two years. */
const strictTransport = 'max-age=63072000; includeSubDomains';

interface WebServerOptions {
	/** People reach this over TLS (`ORIGIN` is https). */
	overTls?: boolean;
	/** How many proxies stand in front. */
	proxies?: number;
	/** Hears of each request when it is over. */
	onDone?: (request: Done) => void;
}

/** A request that is over. */
export interface Done extends Omit<Span, 'name'> {
	id: string;
	/** Where it came from. */
	address: string;
	/** The client had gone before all was sent. */
	aborted: boolean;
}

/** The server in front of the application: time-outs, headers for every answer (static files too), limits. */
export function webServer(handler: Handler, options: WebServerOptions = {}): Server {
	const { overTls = false, proxies = 0, onDone } = options;
	const server = createServer(timeouts, (request, response) => {
		const { headers, socket } = request;
		headers[protocolHeader] = 'http';
		headers[addressHeader] = clientAddress(socket.remoteAddress, headers['x-forwarded-for'], proxies);
		headers[idHeader] = requestId(headers[idHeader]);
		// The adapter drops a body without a type: nothing would be read, and a sender would be told that all is well.
		headers['content-type'] ??= 'application/octet-stream';
		for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value);
		keepPolicyWhenUnchanged(response);
		response.setHeader('X-Request-Id', headers[idHeader]);
		if (overTls) response.setHeader('Strict-Transport-Security', strictTransport);
		if (!server.listening) response.setHeader('Connection', 'close');
		response.once('close', () => server.listening || server.closeIdleConnections());
		response.once('finish', () => cutRest(request));
		if (onDone) tellWhenDone(request, response, onDone);
		if (!refuseBody(request, response)) void answer(handler, request, response);
	});
	server.maxConnections = mostConnections;
	return server;
}

/** Browsers take over whatever a 304 says: what is unchanged keeps the policy that it came with. */
function keepPolicyWhenUnchanged(response: ServerResponse): void {
	response.writeHead = new Proxy(response.writeHead, {
		apply(writeHead, self: unknown, given: [status: number]) {
			if (given[0] === 304) response.removeHeader('Content-Security-Policy');
			return Reflect.apply(writeHead, self, given);
		}
	});
}

async function answer(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
	try {
		await takeShortBody(request);
		await handler(request, response, () => response.writeHead(404).end('Not found'));
	} catch (error) {
		console.error(error);
		if (response.headersSent) response.destroy();
		else response.writeHead(500).end('Internal error');
	}
}

/** One that a proxy has given is kept, so that its logs and ours can be laid side by side. */
function requestId(given: string | string[] | undefined): string {
	return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Somebody who is refused could otherwise keep the connection for ever by sending on, slowly. */
function cutRest(request: IncomingMessage): void {
	// What was taken out whole comes to its end only now.
	if (request.complete) return void request.resume();
	const timer = setTimeout(() => request.complete || request.destroy(), restMs).unref();
	request.once('close', () => clearTimeout(timer));
}

function tellWhenDone(request: IncomingMessage, response: ServerResponse, tell: (done: Done) => void): void {
	const beganAt = performance.now();
	const startAt = performance.timeOrigin + beganAt;
	const { method = '', headers } = request;
	const parent = headers.traceparent;
	const path = (request.url ?? '').split('?', 1)[0]?.slice(0, 500) ?? '';
	response.once('close', () => {
		const route: unknown = Reflect.get(request, routeKey);
		tell({
			id: String(headers[idHeader]),
			address: String(headers[addressHeader]),
			method,
			path,
			route: typeof route === 'string' ? route : null,
			status: response.statusCode,
			startAt,
			endAt: startAt + performance.now() - beganAt,
			parent: typeof parent === 'string' ? parent : null,
			aborted: !response.writableFinished
		});
	});
}
