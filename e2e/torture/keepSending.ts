import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '#analysis/simulation/random.ts';
import { tortureBatches, type TortureBatch } from './batch.ts';
import type { Ledger } from './ledger.ts';

export interface SenderOptions {
	/** Where the product answers now; asked before every try. */
	url: () => string;
	key: string;
	ledger: Ledger;
	queue: string;
	/** Names the sender, and is its seed. */
	name: string;
	/** Calls lie before this instant. */
	beforeAt: number;
}

export interface Sender {
	/** Ends when the batch at hand is acknowledged. Throws when that takes longer than five minutes. */
	stop(): Promise<void>;
}

const againMs = 40;
/** A large batch may be cut off again and again while the product is killed every second. */
const patienceMs = 300_000;

/**
 * Sends batches, one after the other, each as often as it takes until it is acknowledged: what a careful client does,
 * and what the product promises to make of it. Keeps the ledger.
 */
export function keepSending(options: SenderOptions): Sender {
	const { ledger, queue, name, beforeAt } = options;
	const random = seededRandom('torture', name);
	const prefix = `${name}-${beforeAt.toString(36)}`;
	let stopping = false;
	const run = async () => {
		for (const pair of tortureBatches({ queue, beforeAt, prefix, random }))
			for (const batch of pair) {
				if (stopping) return;
				const state = batch.isEnd ? 'answered' : 'waiting';
				ledger.begin(batch.ids, state);
				await untilAcknowledged(batch, options);
				ledger.acknowledge(batch.ids, state);
			}
	};
	const running = run();
	running.catch((error: unknown) => ledger.strange.push(String(error)));
	return {
		stop() {
			stopping = true;
			return running;
		}
	};
}

/** Sends a batch again and again until it is acknowledged. Throws at any answer that no sender should get. */
export async function untilAcknowledged(
	batch: TortureBatch,
	{ url, key, ledger }: Pick<SenderOptions, 'url' | 'key'> & { ledger: Pick<Ledger, 'repeated'> }
): Promise<void> {
	for (const beganAt = Date.now(); Date.now() - beganAt < patienceMs;) {
		const said = await send(batch, url(), key);
		if (said === 'taken') return;
		if (said !== 'again') throw new Error(`a batch was answered with ${said}`);
		ledger.repeated++;
		await pause(againMs);
	}
	throw new Error(`a batch was not acknowledged within ${patienceMs / 1000} s`);
}

/** `taken`, `again` (a broken connection, or a 5xx that says so), or what was answered instead. */
async function send({ body, headers, ids }: TortureBatch, url: string, key: string): Promise<string> {
	try {
		const response = await fetch(`${url}/api/v1/calls`, {
			method: 'POST',
			headers: { ...headers, authorization: `Bearer ${key}` },
			body,
			signal: AbortSignal.timeout(20_000)
		});
		const text = await response.text();
		if (response.status === 503 && response.headers.has('retry-after')) return 'again';
		if (response.status !== 200) return `${response.status} ${text.slice(0, 300)}`;
		const { received, rejected } = JSON.parse(text);
		return received === ids.length && rejected === 0 ? 'taken' : text.slice(0, 300);
	} catch {
		return 'again';
	}
}
