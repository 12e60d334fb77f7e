import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shortBodyKey } from '#model/shortBodyKey.ts';
import { takeShortBody } from './takeShortBody.ts';

const seen: { taken: string | null; length: string | undefined; left: string }[] = [];
let server: Server;
let socket: Socket;

beforeEach(async () => {
	seen.length = 0;
	server = createServer(async (request, response) => {
		await takeShortBody(request);
		const length = request.headers['content-length'];
		seen.push({ taken: takenFrom(request), length, left: await text(request) });
		response.end(`answer ${seen.length}\n`);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	socket = connect(port, '127.0.0.1').setEncoding('utf8');
	await once(socket, 'connect');
});

afterEach(() => {
	socket.destroy();
	server.close();
});

function takenFrom(request: IncomingMessage): string | null {
	const body: unknown = Reflect.get(request, shortBodyKey);
	return body instanceof Uint8Array ? Buffer.from(body).toString() : null;
}

const head = (body: string, path = '/api/v1/calls') =>
	`POST ${path} HTTP/1.1\r\nHost: here\r\nContent-Length: ${body.length}\r\n\r\n`;

async function answers(count: number): Promise<void> {
	let said = '';
	socket.on('data', (piece: string) => (said += piece));
	while (!said.includes(`answer ${count}`)) await once(socket, 'data');
}

test('a short body that came with its head is taken out, also of requests that come together', async () => {
	const done = answers(2);
	socket.write(`${head('{"a":1}')}{"a":1}${head('{"b":2}', '/api/v1/calls?format=json')}{"b":2}`);
	await done;
	expect(seen).toEqual([
		{ taken: '{"a":1}', length: '0', left: '' },
		{ taken: '{"b":2}', length: '0', left: '' }
	]);
});

test('one that comes later, in part or for something else is left in', async () => {
	const [whole, part] = ['{"a":1}', '{"b"'];
	for (const [i, sent] of [
		[head(whole), whole],
		[head(whole) + part, whole.slice(part.length)],
		[head(whole, '/api/v1/queues') + whole, '']
	].entries()) {
		const done = answers(i + 1);
		socket.write(sent[0] ?? '');
		// By then the server has begun to read it.
		if (sent[1]) await once(server, 'request');
		socket.write(sent[1] ?? '');
		await done;
	}
	expect(seen.map(({ taken, length }) => [taken, length])).toEqual([
		[null, '7'],
		[null, '7'],
		[null, '7']
	]);
	expect(seen.map(({ left }) => left)).toEqual(['{"a":1}', `{"b"${whole.slice(4)}`, whole]);
});

test('a long one is left in', async () => {
	const body = 'x'.repeat(16 * 1024 + 1);
	const done = answers(1);
	socket.write(head(body) + body);
	await done;
	expect(seen).toEqual([{ taken: null, length: String(body.length), left: body }]);
});
