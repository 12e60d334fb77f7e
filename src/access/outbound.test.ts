import { createServer, type RequestListener, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOutside, type OutboundOptions } from './outbound.server.ts';
import { isPublicAddress } from './outboundAddress.server.ts';

let server: Server;
let port = 0;
let listener: RequestListener = (_, response) => response.end();
const asked: { url: string; method: string; host: string; headers: object; body: string }[] = [];

beforeAll(async () => {
	server = createServer((request, response) => {
		let body = '';
		request.on('data', (piece) => (body += piece));
		request.on('end', () => {
			const { url = '', method = '', headers } = request;
			asked.push({ url, method, host: headers.host ?? '', headers, body });
			listener(request, response);
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => server.close());

/** As if 127.0.0.1 were a public address, and the only one. */
const here: OutboundOptions = {
	isAllowed: (address) => address === '127.0.0.1',
	resolve: async () => ['127.0.0.1']
};
const ask = (path: string, options: OutboundOptions = {}) =>
	askOutside(`http://page.test:${port}${path}`, { ...here, ...options });

describe('isPublicAddress', () => {
	it.each([
		'1.1.1.1',
		'8.8.8.8',
		'172.15.0.1',
		'172.32.0.1',
		'192.167.1.1',
		'223.255.255.1',
		'2606:4700::1111'
	])('%s is', (address) => expect(isPublicAddress(address)).toBe(true));

	it.each([
		'0.0.0.0',
		'10.1.2.3',
		'100.64.0.1',
		'127.0.0.1',
		'127.255.255.254',
		'169.254.169.254',
		'172.16.0.1',
		'172.31.255.255',
		'192.168.1.1',
		'198.18.0.1',
		'224.0.0.1',
		'255.255.255.255',
		'::',
		'::1',
		'::ffff:127.0.0.1',
		'::ffff:7f00:1',
		'::127.0.0.1',
		'64:ff9b::7f00:1',
		'fc00::1',
		'fd12:3456::1',
		'fe80::1',
		'fe80::1%eth0',
		'ff02::1',
		'2001:db8::1',
		'2002:7f00:1::',
		'example.com',
		''
	])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('askOutside', () => {
	it('brings a page, and names the host that was asked for', async () => {
		listener = (_, response) => response.setHeader('x-a', '1').end('héllo');
		expect(await ask('/page?x=1')).toMatchObject({ status: 200, body: 'héllo' });
		expect(asked.at(-1)).toMatchObject({ url: '/page?x=1', method: 'GET', host: `page.test:${port}` });
		expect(asked.at(-1)?.headers).not.toHaveProperty('cookie');
	});

	it('sends a message', async () => {
		listener = (_, response) => response.end();
		await ask('/hook', { method: 'POST', body: '{"呼":1}', headers: { 'content-type': 'application/json' } });
		expect(asked.at(-1)).toMatchObject({ method: 'POST', body: '{"呼":1}' });
	});

	it.each([
		'ftp://page.test/',
		'file:///etc/passwd',
		'gopher://page.test/',
		'http://user:secret@page.test/',
		'//page.test',
		'page.test',
		''
	])('does not ask %s', async (address) => {
		const before = asked.length;
		expect(await askOutside(address, here)).toMatchObject({ problem: 'bad_address' });
		expect(asked.length).toBe(before);
	});

	it.each(['127.0.0.1', 'localhost', '0', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]'])(
		'does not ask this machine as %s',
		async (host) => {
			const before = asked.length;
			expect(await askOutside(`http://${host}:${port}/`)).toMatchObject({ problem: 'private_address' });
			expect(asked.length).toBe(before);
		}
	);

	it('asks this machine where the settings allow it', async () => {
		listener = (_, response) => response.end('ok');
		const answer = await askOutside(`http://127.0.0.1:${port}/`, { allowPrivate: true });
		expect(answer).toMatchObject({ status: 200, body: 'ok' });
	});

	it('refuses a name when any of its addresses is private', async () => {
		const resolve = async () => ['1.1.1.1', '10.0.0.1'];
		expect(await askOutside('http://page.test/', { resolve })).toMatchObject({ problem: 'private_address' });
	});

	it('looks a name up once, and connects to what it checked', async () => {
		listener = (_, response) => response.end('ok');
		let times = 0;
		const resolve = async () => (times++ === 0 ? ['127.0.0.1'] : ['127.0.0.2']);
		expect(await ask('/', { resolve })).toMatchObject({ status: 200 });
		expect(times).toBe(1);
	});

	it('checks each redirect anew, and takes nothing along', async () => {
		listener = (request, response) => {
			if (request.url === '/a') response.writeHead(307, { location: '/b' });
			else if (request.url === '/in') response.writeHead(302, { location: `http://127.0.0.2:${port}/` });
			else if (request.url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' });
			response.end();
		};
		const headers = { authorization: 'Bearer secret' };
		const answer = await ask('/a', { method: 'POST', body: 'secret', headers });
		expect(answer).toMatchObject({ status: 200, url: new URL(`http://page.test:${port}/b`) });
		expect(asked.at(-1)).toMatchObject({ method: 'GET', body: '' });
		expect(asked.at(-1)?.headers).not.toHaveProperty('authorization');
		expect(await ask('/in')).toMatchObject({ problem: 'private_address', url: `http://127.0.0.2:${port}/` });
		expect(await ask('/file')).toMatchObject({ problem: 'bad_address', url: 'file:///etc/passwd' });
	});

	it('does not go round for ever', async () => {
		listener = (_, response) => response.writeHead(302, { location: '/again' }).end();
		const before = asked.length;
		expect(await ask('/', { redirects: 3 })).toMatchObject({ problem: 'too_many_redirects' });
		expect(asked.length - before).toBe(4);
	});

	it('ends what is too long, too slow or not there', async () => {
		listener = (_, response) => response.end('x'.repeat(2000));
		expect(await ask('/', { maxBytes: 1000 })).toMatchObject({ problem: 'too_large' });
		listener = () => {};
		expect(await ask('/', { timeoutMs: 100 })).toMatchObject({ problem: 'timeout' });
		const never = () => new Promise<string[]>(() => {});
		expect(await ask('/', { timeoutMs: 50, resolve: never })).toMatchObject({ problem: 'timeout' });
		listener = (request) => request.socket.destroy();
		expect(await ask('/')).toMatchObject({ problem: 'unreachable' });
		const nobody = async () => [];
		expect(await ask('/', { resolve: nobody })).toMatchObject({ problem: 'no_such_host' });
	});
});
