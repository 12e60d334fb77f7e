import type { Server } from 'node:http';
import { StartError } from '#model/startError.ts';

/**
 * Listens and returns the address for people, `http://127.0.0.1:3000`; port 0 takes any free one.
 * Throws StartError with what to do when the port or the host cannot be had.
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) =>
			reject(new StartError(sentence(error, host, port)))
		);
		server.listen(port, host, resolve);
	});
	const address = server.address();
	const taken = typeof address === 'object' && address ? address.port : port;
	const everywhere = host === '0.0.0.0' || host === '::';
	return `http://${everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${taken}`;
}

function sentence(error: NodeJS.ErrnoException, host: string, port: number): string {
	switch (error.code) {
		case 'EADDRINUSE':
			return `Port ${port} is in use already: stop what listens there or set PORT to another one.`;
		case 'EACCES':
			return `PORT ${port} is not open to this account: set PORT to one above 1023.`;
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
			return `HOST ${host} is not an address of this machine.`;
		default:
			return `Offpeak cannot listen on ${host}:${port}: ${error.message}.`;
	}
}
