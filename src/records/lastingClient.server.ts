import type { Sql } from 'postgres';

type Client = Sql<{ bigint: number }>;

export interface LastingClient {
	/** To be used like a client of postgres.js; stays the same when the client behind it is replaced. */
	sql: Client;
	/** Takes a new client; whatever waits for the old one fails as if its connection had broken. */
	replace(): void;
	end(): Promise<void>;
}

interface Listening {
	channel: string;
	hear: (text: string) => void;
	onListen: () => void;
}

/**
 * A client of postgres.js that can be replaced while it is used: where a connection breaks at the wrong moment, its pool
 * may wait for ever (its issues 1066, 1154, 1208), and so would everybody who asks it.
 *
 * Transactions have connections of their own. Where all are busy, postgres.js (3.4) sends a statement behind those under
 * way; of a `begin` it then forgets now and then whose transaction it is: that one fails (UNSAFE_TRANSACTION), and what others
 * write over this connection stays uncommitted. Where there is nothing but transactions, each waits for one that is free.
 */
export function lastingClient(make: () => Client): LastingClient {
	let client = make();
	let transactions = make();
	let ended = false;
	const channels: Listening[] = [];
	/** Those who wait for what a replaced client may never answer. */
	const waiting = new Set<(error: Error) => void>();

	/** Not a race against one promise for all: that one would keep all that ever was awaited beside it in memory. */
	function unlessLost<T>(answer: Promise<T>): Promise<T> {
		return new Promise((resolve, reject) => {
			waiting.add(reject);
			answer.then(resolve, reject).finally(() => waiting.delete(reject));
		});
	}

	const listen = async (channel: string, hear: (text: string) => void, onListen = () => {}) => {
		channels.push({ channel, hear, onListen });
		return client.listen(channel, hear, onListen);
	};
	const own: Record<string, unknown> = {
		listen,
		// These wait for answers of the server in ways that the client's end does not reach.
		begin: (...args: Parameters<Client['begin']>) => unlessLost(transactions.begin(...args)),
		reserve: () => unlessLost(client.reserve())
	};
	const sql = new Proxy(client, {
		apply: (_, self, args) => Reflect.apply(client, self, args),
		get: (_, name) =>
			typeof name === 'string' && Object.hasOwn(own, name) ? own[name] : Reflect.get(client, name)
	});
	return {
		sql,
		replace() {
			if (ended) return;
			const old = [client, transactions];
			client = make();
			transactions = make();
			for (const reject of waiting) reject(connectionLost());
			waiting.clear();
			for (const one of old) one.end({ timeout: 0 }).catch(() => undefined);
			for (const { channel, hear, onListen } of channels)
				client.listen(channel, hear, onListen).catch(() => undefined);
		},
		async end() {
			ended = true;
			await Promise.all([client.end({ timeout: 5 }), transactions.end({ timeout: 5 })]);
		}
	};
}

function connectionLost(): Error {
	return Object.assign(new Error('the connections to the database were replaced'), {
		code: 'CONNECTION_CLOSED'
	});
}
