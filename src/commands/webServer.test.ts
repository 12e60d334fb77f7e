import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test, vi } from 'vitest';
import { listen } from './listen.ts';
import { protocolHeader, webServer, type Handler } from './webServer.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function serve(handler: Handler): Promise<string> {
	const server = webServer(handler);
	servers.push(server);
	return listen(server, '127.0.0.1', 0);
}

const hello: Handler = (_, response) => void response.end('hello');

test('what a client says about the protocol does not count', async () => {
	let seen: IncomingHttpHeaders = {};
	const url = await serve((request, response) => {
		seen = request.headers;
		response.end();
	});
	await fetch(url, { headers: { [protocolHeader]: 'https' } });
	expect(seen[protocolHeader]).toBe('http');
});

test('every answer carries the headers of safety, and what nobody answers is not found', async () => {
	const url = await serve((_, __, next) => next());
	const { status, headers } = await fetch(`${url}/favicon.ico`);
	expect(status).toBe(404);
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
	expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
	expect(headers.get('permissions-policy')).toContain('camera=()');
	expect(headers.get('strict-transport-security')).toBeNull();
});

test('what is unchanged is told without a policy, so that browsers keep the one that they have', async () => {
	const url = await serve((_, response) => void response.writeHead(304).end());
	const { status, headers } = await fetch(url);
	expect(status).toBe(304);
	expect(headers.get('content-security-policy')).toBeNull();
	expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('behind TLS browsers are told to come back over TLS', async () => {
	const server = webServer(hello, { overTls: true });
	servers.push(server);
	const { headers } = await fetch(await listen(server, '127.0.0.1', 0));
	expect(headers.get('strict-transport-security')).toMatch(/^max-age=63072000; includeSubDomains$/);
});

test('a handler that throws or rejects is a 500 and not the end', async () => {
	const told = vi.spyOn(console, 'error').mockImplementation(() => {});
	const url = await serve(() => Promise.reject(new Error('as the test wants')));
	expect((await fetch(url)).status).toBe(500);
	expect((await fetch(url)).status).toBe(500);
	expect(told).toHaveBeenCalledTimes(2);
	told.mockRestore();
});

test.each([
	['/sign-in', 'x'.repeat(512 * 1024), 200],
	['/sign-in', 'x'.repeat(512 * 1024 + 1), 413],
	['/api/v1/calls', 'x'.repeat(512 * 1024 + 1), 200],
	['/import?/import', 'x'.repeat(512 * 1024 + 1), 200],
	['/import-not', 'x'.repeat(512 * 1024 + 1), 413]
])('a body for %s has its limit', async (path, body, status) => {
	const url = await serve(async (request, response) => {
		await text(request);
		response.end();
	});
	expect((await fetch(url + path, { method: 'POST', body })).status).toBe(status);
});

test.each([
	['/sign-in', 411],
	['/api/v1/calls', 200]
])('a body of unknown length for %s is answered with %i', async (path, status) => {
	const url = await serve(hello);
	const sent = request(url + path, { method: 'POST', headers: { 'Transfer-Encoding': 'chunked' } });
	sent.end('a=1');
	const [response] = await once(sent, 'response');
	expect(response.statusCode).toBe(status);
	response.resume();
});

test('a port in use is one sentence', async () => {
	const { port } = new URL(await serve(hello));
	const second = webServer(hello);
	await expect(listen(second, '127.0.0.1', Number(port))).rejects.toThrow(
		`Port ${port} is in use already: stop what listens there or set PORT to another one.`
	);
});

test('a server that is closing finishes its answers and keeps no connection', async () => {
	let finish = () => {};
	const url = await serve((_, response) => {
		finish = () => response.end('late');
	});
	const [server] = servers;
	const pending = fetch(url);
	if (!server) throw new Error('no server');
	await once(server, 'request');
	const closed = once(server, 'close');
	server.close();
	finish();
	expect(await (await pending).text()).toBe('late');
	await closed;
});
