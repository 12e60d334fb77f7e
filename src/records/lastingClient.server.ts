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
 */
export function lastingClient(make: () => Client): LastingClient {
	let client = make();
	let lose = () => {};
	let lost = nextLoss();
	let ended = false;
	const channels: Listening[] = [];

	function nextLoss(): Promise<never> {
		const loss = new Promise<never>((_, reject) => (lose = () => reject(connectionLost())));
		loss.catch(() => undefined);
		return loss;
	}

	const listen = async (channel: string, hear: (text: string) => void, onListen = () => {}) => {
		channels.push({ channel, hear, onListen });
		return client.listen(channel, hear, onListen);
	};
	const own: Record<string, unknown> = {
		listen,
		// These wait for answers of the server in ways that the client's end does not reach.
		begin: (...args: Parameters<Client['begin']>) => Promise.race([client.begin(...args), lost]),
		reserve: () => Promise.race([client.reserve(), lost])
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
			const old = client;
			client = make();
			lose();
			lost = nextLoss();
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

function connectionLost(): Error {
	return Object.assign(new Error('the connections to the database were replaced'), {
		code: 'CONNECTION_CLOSED'
	});
}
