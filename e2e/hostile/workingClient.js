// A client that only wants to work, in a thread of its own: what the attackers do in theirs does not hold it up.
import { parentPort, workerData } from 'node:worker_threads';

if (!parentPort) throw new Error('this is for a thread');
const bench = parentPort;
const { url, key } = workerData;
const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
let n = 0;
let working = false;

/** @type {{ kind: string, ask: () => Promise<Response> }[]} */
const asks = [
	{
		kind: 'a call',
		ask: () =>
			fetch(`${url}/api/v1/calls`, {
				method: 'POST',
				headers,
				body: JSON.stringify({
					id: `w${n}`,
					queue: 'prey',
					enqueued_at: new Date(Date.now() - 60_000).toISOString()
				})
			})
	},
	{ kind: 'a figure', ask: () => fetch(`${url}/api/v1/queues/prey/load`, { headers }) },
	{ kind: 'limits', ask: () => fetch(`${url}/api/v1/limits`, { headers }) }
];

/**
 * Asks so often, or until it is told to stop; says how long each took and which answers were not 200.
 * @param {number} count
 */
async function work(count) {
	/** @type {{ kind: string, ms: number }[]} */
	const times = [];
	/** @type {number[]} */
	const failed = [];
	working = true;
	for (let i = 0; i < count && working; i++) {
		const beganAt = performance.now();
		const next = asks[n++ % asks.length];
		if (!next) break;
		const response = await next.ask();
		await response.arrayBuffer();
		times.push({ kind: next.kind, ms: performance.now() - beganAt });
		if (response.status !== 200) failed.push(response.status);
	}
	bench.postMessage({ times, failed });
}

bench.on('message', (count) => {
	if (count === 'stop') working = false;
	else void work(count);
});
