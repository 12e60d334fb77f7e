import { once } from 'node:events';
import { Socket } from 'node:net';

/**
 * A connection to the database that sends at once. postgres.js leaves Nagle's algorithm on, which holds back the second
 * of two small packets until the first is acknowledged: 40 ms a transaction over TCP.
 */
export async function promptSocket({
	host,
	port,
	path
}: {
	host: string[];
	port: number[];
	path?: string;
}): Promise<Socket> {
	const socket = new LingeringSocket();
	if (path) socket.connect(path);
	else socket.connect({ host: host[0] ?? 'localhost', port: port[0] ?? 5432, noDelay: true });
	await once(socket, 'connect');
	return socket;
}

const lingerMs = 100;

/**
 * Says that it broke before it says that it has closed. With the word "closed" postgres.js (3.4) throws the socket away
 * and only then tells those who wait; the rollback that they send finds no socket, which throws where nobody can catch
 * it and ends the process, or leaves a connection that never writes again (its issues 1066, 1154, 1208). Told while
 * the socket is still there, they fail one by one.
 */
class LingeringSocket extends Socket {
	override emit(event: string | symbol, ...args: unknown[]): boolean {
		if (event !== 'close') return super.emit(event, ...args);
		const broken = Object.assign(new Error('the connection to the database has closed'), {
			code: 'CONNECTION_CLOSED'
		});
		if (this.listenerCount('error') > 0) super.emit('error', broken);
		setTimeout(() => super.emit(event, ...args), lingerMs);
		return true;
	}
}
