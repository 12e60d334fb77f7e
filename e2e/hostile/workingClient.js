// A client that only wants to work, in a thread of its own: what the attackers do in theirs does not hold it up.
import { parentPort, workerData } from 'node:worker_threads';

if (!parentPort) throw new Error('this is for a thread');
const bench = parentPort;
const { url, key } = workerData;
const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
let n = 0;
let working = false;

/** Sends a call, reads a figure, reads the limits, in turn. */
const asks = [
	() =>
		fetch(`${url}/api/v1/calls`, {
			method: 'POST',
			headers,
			body: JSON.stringify({
				id: `w${n}`,
				queue: 'prey',
				enqueued_at: new Date(Date.now() - 60_000).toISOString()
			})
		}),
	() => fetch(`${url}/api/v1/queues/prey/load`, { headers }),
	() => fetch(`${url}/api/v1/limits`, { headers })
];

/**
 * Asks so often, or until it is told to stop; says how long each took and which answers were not 200.
 * @param {number} count
 */
async function work(count) {
	/** @type {number[]} */
	const times = [];
	/** @type {number[]} */
	const failed = [];
	working = true;
	for (let i = 0; i < count && working; i++) {
		const beganAt = performance.now();
		const ask = asks[n++ % asks.length] ?? asks[0];
		if (!ask) break;
		const response = await ask();
		await response.arrayBuffer();
		times.push(performance.now() - beganAt);
		if (response.status !== 200) failed.push(response.status);
	}
	bench.postMessage({ times, failed });
}

bench.on('message', (count) => {
	if (count === 'stop') working = false;
	else void work(count);
});
