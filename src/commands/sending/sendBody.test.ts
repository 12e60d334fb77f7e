import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { NotTaken, sendBody } from './sendBody.ts';

let server: Server | null = null;
afterEach(() => void server?.close());

/** A server that answers one request after the other as it is told; its address. */
async function answering(...answers: ((response: ServerResponse) => void)[]): Promise<URL> {
	const started = createServer((request, response) => {
		request.resume().on('end', () => answers.shift()?.(response));
	});
	server = started;
	await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
	const at = started.address();
	return new URL(`http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/`);
}

const taken = (response: ServerResponse) => response.end('{"received":1,"errors":[]}');
const status =
	(code: number, headers: Record<string, string> = {}) =>
	(response: ServerResponse) =>
		response.writeHead(code, headers).end('{"detail":"why"}');

test('tries again what passes, as long as the server asks for, and what breaks', async () => {
	const address = await answering(
		(response) => response.destroy(),
		status(503, { 'retry-after': '0' }),
		status(429, { 'retry-after': '0' }),
		taken
	);
	const said: string[] = [];
	const answer = await sendBody(() => 'x', { address, key: 'k', attempts: 4, say: (one) => said.push(one) });
	expect(answer.received).toBe(1);
	expect(said).toEqual([
		expect.stringMatching(/cannot be reached \(.+\)\. Trying again in 1 s\./),
		'The server answers 503: why Trying again in 0 s.',
		'The server answers 429: why Trying again in 0 s.'
	]);
});

test('gives up what does not pass at once, and what passes after so many tries', async () => {
	const options = { key: 'k', attempts: 1, say: () => {} };
	await expect(sendBody(() => 'x', { ...options, address: await answering(status(401)) })).rejects.toThrow(
		NotTaken
	);
	await expect(sendBody(() => 'x', { ...options, address: await answering(status(503)) })).rejects.toThrow(
		'503: why'
	);
});
