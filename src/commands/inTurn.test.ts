import { once } from 'node:events';
import { request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { requestEvents } from '#model/requestEvents.ts';
import { inTurn } from './inTurn.ts';
import { listen } from './listen.ts';
import { webServer } from './webServer.ts';

const servers: Server[] = [];
afterEach(() =>
	servers.splice(0).forEach((server) => {
		server.close();
		server.closeAllConnections();
	})
);

interface Held {
	path: string;
	request: IncomingMessage;
	response: ServerResponse;
}

interface Asked {
	/** Its address, as the proxy in front tells. */
	from?: string;
	key?: string;
}

/** A server behind a proxy that answers nothing by itself: what has its turn is held. Its clock stands still. */
async function office({ mostWaiting }: { mostWaiting?: number } = {}) {
	const clock = { now: 0 };
	const held: Held[] = [];
	const gone: string[] = [];
	let tell = () => {};
	const hold = (request: IncomingMessage, response: ServerResponse) => {
		held.push({ path: request.url ?? '', request, response });
		tell();
	};
	const server = webServer(inTurn(hold, { now: () => clock.now, alone: 4, mostWaiting }), {
		proxies: 1,
		onDone({ path }) {
			gone.push(path);
			tell();
		}
	});
	servers.push(server);
	const url = await listen(server, '127.0.0.1', 0);
	const until = async (holds: () => boolean) => {
		while (!holds()) await new Promise<void>((resolve) => (tell = resolve));
	};
	/** Resolves when the server has heard of it, not when it is answered. */
	const ask = async (path: string, { from = '203.0.113.7', key }: Asked = {}) => {
		const headers = { 'x-forwarded-for': from, ...(key && { authorization: `Bearer ${key}` }) };
		const heard = once(server, 'request');
		const asked = request(`${url}${path}`, { agent: false, headers });
		asked.on('error', () => {});
		asked.end();
		await heard;
		return asked;
	};
	return {
		clock,
		held,
		ask,
		paths: () => held.map(({ path }) => path).join(' '),
		/** Resolves when so many have had their turn. */
		begun: (count: number) => until(() => held.length >= count),
		isGone: (path: string) => until(() => gone.includes(path)),
		/** Takes all turns of the address. */
		async fill() {
			for (const path of ['/1', '/2', '/3', '/4']) await ask(path);
			await until(() => held.length === 4);
		},
		answer: (path: string) => held.find((one) => one.path === path)?.response.end()
	};
}

test('so many of one address at once; other addresses, and health, wait for none of them', async () => {
	const { ask, fill, paths, begun, answer } = await office();
	await fill();
	await ask('/5');
	await ask('/6');
	await ask('/elsewhere', { from: '198.51.100.9' });
	await ask('/healthz');
	await begun(6);
	expect(paths()).toBe('/1 /2 /3 /4 /elsewhere /healthz');
	for (const path of ['/1', '/2', '/3', '/4']) answer(path);
	await begun(7);
	expect(paths()).toBe('/1 /2 /3 /4 /elsewhere /healthz /5');
});

test('a turn is over with the head of the answer: what streams has none', async () => {
	const { ask, fill, held, paths, begun } = await office();
	await fill();
	await ask('/5');
	held[0]?.response.writeHead(200).write('more comes');
	await begun(5);
	expect(paths()).toBe('/1 /2 /3 /4 /5');
});

test('a turn is over when all records are read that are sent', async () => {
	const { ask, fill, held, paths, begun } = await office();
	await fill();
	await ask('/5');
	held[2]?.request.emit(requestEvents.read);
	await begun(5);
	expect(paths()).toBe('/1 /2 /3 /4 /5');
});

test('what lasts too long keeps nobody waiting', async () => {
	const { clock, ask, fill, paths, begun } = await office();
	await fill();
	await ask('/5');
	clock.now = 100;
	await begun(5);
	expect(paths()).toBe('/1 /2 /3 /4 /5');
});

test('who has gone while waiting is not answered any more', async () => {
	const { ask, fill, paths, begun, isGone, answer } = await office();
	await fill();
	const asked = await ask('/5');
	await ask('/6');
	asked.destroy();
	await isGone('/5');
	answer('/1');
	await begun(5);
	expect(paths()).toBe('/1 /2 /3 /4 /6');
});

test('whoever was let in has a line of his own, and who makes up keys has none', async () => {
	const { ask, fill, held, paths, begun, answer } = await office();
	await ask('/0', { key: 'good' });
	await begun(1);
	held[0]?.request.emit(requestEvents.letIn);
	answer('/0');
	held.length = 0;
	await fill();
	await ask('/5');
	await ask('/6');
	await ask('/made-up', { key: 'made up' });
	await ask('/good', { key: 'good' });
	for (const [i, path] of ['/1', '/2', '/3', '/4'].entries()) {
		answer(path);
		await begun(5 + i);
	}
	expect(paths()).toBe('/1 /2 /3 /4 /5 /good /6 /made-up');
});

test('where too many wait, more are told to come back', async () => {
	const { ask, fill, paths, begun, answer } = await office({ mostWaiting: 2 });
	await fill();
	await ask('/5');
	await ask('/6');
	const [response] = await once(await ask('/7'), 'response');
	expect(response.statusCode).toBe(429);
	expect(response.headers['retry-after']).toBe('2');
	expect(response.headers['content-type']).toBe('application/problem+json');
	expect(response.headers['x-content-type-options']).toBe('nosniff');
	answer('/1');
	await begun(5);
	expect(paths()).toBe('/1 /2 /3 /4 /5');
});
