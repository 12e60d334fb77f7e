import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Hooked {
	headers: IncomingHttpHeaders;
	body: string;
	/** What it says, as JSON. */
	message: { type: string; data: Record<string, unknown> };
}

export interface HookCatcher {
	url: string;
	/** All that has come, also what was refused. */
	messages: Hooked[];
	/** The types of what has come. */
	types: () => string[];
	/** What it answers from now on. */
	answer: (status: number) => void;
	close: () => Promise<void>;
}

/** A receiver of webhooks that keeps all that it is sent. */
export async function catchHooks(): Promise<HookCatcher> {
	const messages: Hooked[] = [];
	let status = 204;
	const server = createServer((request, response) => {
		let body = '';
		request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
		request.on('end', () => {
			messages.push({ headers: request.headers, body, message: JSON.parse(body) });
			response.writeHead(status).end();
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${address.port}/hooks/of-the-queue`,
		messages,
		types: () => messages.map(({ message }) => message.type),
		answer: (next) => (status = next),
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}
