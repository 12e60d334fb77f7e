import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { refuseBody } from './refuseBody.ts';

/** Set by this server on every request, so that what a client sends under this name never counts. */
export const protocolHeader = 'x-offpeak-protocol';

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

const timeouts = {
	headersTimeout: 15_000,
	// A stream of calls may take as long as it moves: ingestion has a time-out of its own.
	requestTimeout: 0,
	connectionsCheckingInterval: 2_000,
	// Longer than the 60 s after which proxies let go, so that they and not this server close first.
	keepAliveTimeout: 65_000
};

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
}

/** The server in front of the application: time-outs, headers for every answer (static files too), limits. */
export function webServer(handler: Handler, { overTls = false }: WebServerOptions = {}): Server {
	const server = createServer(timeouts, (request, response) => {
		request.headers[protocolHeader] = 'http';
		// The adapter drops a body without a type: nothing would be read, and a sender would be told that all is well.
		request.headers['content-type'] ??= 'application/octet-stream';
		for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value);
		if (overTls) response.setHeader('Strict-Transport-Security', strictTransport);
		if (!server.listening) response.setHeader('Connection', 'close');
		response.once('close', () => server.listening || server.closeIdleConnections());
		if (!refuseBody(request, response)) void answer(handler, request, response);
	});
	return server;
}

async function answer(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
	try {
		await handler(request, response, () => response.writeHead(404).end('Not found'));
	} catch (error) {
		console.error(error);
		if (response.headersSent) response.destroy();
		else response.writeHead(500).end('Internal error');
	}
}
