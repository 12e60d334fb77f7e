import { createServer } from 'node:net';

/** The wished port on loopback if nobody listens there, else one that is free now. */
export async function freePort(wished: number | null): Promise<number> {
	return (wished && (await tryPort(wished))) || (await tryPort(0));
}

/** The port, or 0 when it is taken. */
function tryPort(port: number): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(0));
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
