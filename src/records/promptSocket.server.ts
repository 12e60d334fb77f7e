import { Socket, type SocketConstructorOpts } from 'node:net';
import type { DuplexOptions } from 'node:stream';

/**
 * A connection to the database that sends at once. postgres.js leaves Nagle's algorithm on, which holds back the second
 * of two small packets until the first is acknowledged: 40 ms a transaction over TCP.
 *
 * It may still be on its way when it is given out; what is written waits. Where there is no server it breaks like any
 * other: a failure to make it would leave its place in the pool taken for ever.
 */
export function promptSocket({
	host,
	port,
	path
}: {
	host: string[];
	port: number[];
	path?: string;
}): Promise<Socket> {
	const socket = new LingeringSocket(neverFull);
	if (path) socket.connect(path);
	else socket.connect({ host: host[0] ?? 'localhost', port: port[0] ?? 5432, noDelay: true });
	// What postgres.js sets on sockets of its own: the name that a certificate must be for.
	return Promise.resolve(Object.assign(socket, { host: host[0], port: port[0] }));
}

/**
 * Where a socket says that it is full, postgres.js (3.4) leaves out what it has to do for a statement that begins a
 * transaction: it forgets whose that is (UNSAFE_TRANSACTION), and leaves the connection in it. What waits here would
 * else wait in its queue. Over TLS the driver writes to a socket of its own, of which this is not known to have happened.
 */
const neverFull: SocketConstructorOpts & DuplexOptions = { writableHighWaterMark: Number.MAX_SAFE_INTEGER };

const lingerMs = 100;

/**
 * Says that it broke before it says that it has closed. With the word "closed" postgres.js (3.4) throws the socket away
 * and only then tells those who wait; the rollback that they send finds no socket, which throws where nobody can catch
 * it and ends the process, or leaves a connection that never writes again (its issues 1066, 1154, 1208). Told while
 * the socket is still there, they fail one by one; and who comes in between is told at the end, which postgres.js sees
 * to only where a socket closes without an error.
 */
class LingeringSocket extends Socket {
	override emit(event: string | symbol, ...args: unknown[]): boolean {
		if (event !== 'close') return super.emit(event, ...args);
		const broken = Object.assign(new Error('the connection to the database has closed'), {
			code: 'CONNECTION_CLOSED'
		});
		if (this.listenerCount('error') > 0) super.emit('error', broken);
		setTimeout(() => super.emit('close', false), lingerMs);
		return true;
	}
}
