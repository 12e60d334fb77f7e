import type { Sql } from 'postgres';

type Client = Sql<{ bigint: number }>;

export interface LastingClient {
	/** To be used like a client of postgres.js; stays the same when the client behind it is replaced. */
	sql: Client;
	/** Takes a new client; whatever waits for the old one fails as if its connection had broken. */
	replace(): void;
	end(): Promise<void>;
}

/** After so many statements all connections are taken at once. */
const statementsARound = 2_000;

interface Listening {
	channel: string;
	hear: (text: string) => void;
	onListen: () => void;
}

/**
 * A client of postgres.js that can be replaced while it is used: where a connection breaks at the wrong moment, its pool
 * may wait for ever (its issues 1066, 1154, 1208), and so would everybody who asks it.
 *
 * Now and then all of its connections are taken at once, see below.
 */
export function lastingClient(make: () => Client): LastingClient {
	let client = make();
	let ended = false;
	let statements = 0;
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

	/** Counts a statement. */
	function use(): Client {
		if (++statements % statementsARound === 0) takeAll(client);
		return client;
	}

	const listen = async (channel: string, hear: (text: string) => void, onListen = () => {}) => {
		channels.push({ channel, hear, onListen });
		return client.listen(channel, hear, onListen);
	};
	const own: Record<string, unknown> = {
		listen,
		// These wait for answers of the server in ways that the client's end does not reach.
		begin: (...args: Parameters<Client['begin']>) => unlessLost(use().begin(...args)),
		unsafe: (...args: Parameters<Client['unsafe']>) => use().unsafe(...args),
		reserve: () => unlessLost(client.reserve())
	};
	const sql = new Proxy(client, {
		apply: (_, self, args) => Reflect.apply(use(), self, args),
		get: (_, name) =>
			typeof name === 'string' && Object.hasOwn(own, name) ? own[name] : Reflect.get(client, name)
	});
	return {
		sql,
		replace() {
			if (ended) return;
			const old = client;
			client = make();
			for (const reject of waiting) reject(connectionLost());
			waiting.clear();
			old.end({ timeout: 0 }).catch(() => undefined);
			for (const { channel, hear, onListen } of channels)
				client.listen(channel, hear, onListen).catch(() => undefined);
		},
		end() {
			ended = true;
			return client.end({ timeout: 5 });
		}
	};
}

/**
 * Takes each connection that is free or shared, one after the other. postgres.js (3.4) has a list of either, and keeps in
 * it a place for each that it has ever given out, until it gives out the only one that is left; and it looks through
 * all these places with each statement.
 */
function takeAll(client: Client): void {
	const forget = () => undefined;
	for (let i = 0; i < client.options.max; i++) {
		// What is free is shared by two, and what is described before it runs gets a connection to itself.
		client`select 1`.catch(forget);
		client`select 1`.catch(forget);
		client.unsafe('select $1::int', [1]).catch(forget);
	}
}

function connectionLost(): Error {
	return Object.assign(new Error('the connections to the database were replaced'), {
		code: 'CONNECTION_CLOSED'
	});
}
