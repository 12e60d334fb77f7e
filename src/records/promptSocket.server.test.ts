import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { promptSocket } from './promptSocket.server.ts';

test('takes whatever it is given, also while the other side reads nothing, and never asks to go on', async () => {
	const server = createServer({ pauseOnConnect: true }).listen(0, '127.0.0.1');
	onTestFinished(() => void server.close());
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
	const connected = once(server, 'connection');
	const socket = await promptSocket({ host: ['127.0.0.1'], port: [port] });
	onTestFinished(() => void socket.destroy());
	let drained = false;
	socket.on('drain', () => (drained = true));
	const megabyte = Buffer.alloc(1 << 20);
	const [other] = await connected;
	for (let i = 0; i < 32; i++) expect(socket.write(megabyte)).toBe(true);
	let received = 0;
	other.on('data', (piece: Buffer) => (received += piece.length));
	other.resume();
	await expect.poll(() => received).toBe(32 << 20);
	await expect.poll(() => socket.writableLength).toBe(0);
	expect(drained).toBe(false);
});
