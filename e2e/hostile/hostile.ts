import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { seededRandom } from '#analysis/simulation/random.ts';
import { apiKey, startProduct, type Product } from '../product.ts';
import { sessionCookie } from '../sessionCookie.ts';
import { attacks, type Prey } from './attacks.ts';

export interface HostileOptions {
	requests: number;
	seed: number;
	/** At the same time. */
	attackers?: number;
	/** Connections that send a byte now and then for as long as all of it takes. */
	slow?: number;
	say?: (sentence: string) => void;
}

export interface Hostile {
	/** Answers with 5xx, as sentences. */
	faults: string[];
	statuses: Record<string, number>;
	/** By which the product's memory grew at most, MB. */
	grownMb: number;
	/** Of a client that only wants to work, ms: before, and meanwhile. */
	quiet: { p50: number; p99: number };
	under: { p50: number; p99: number };
}

/** Attacks a product that was started for it, beside a client that sends calls and reads figures as always. */
export async function hostile({
	requests,
	seed,
	attackers = 6,
	slow = 50,
	say = () => {}
}: HostileOptions): Promise<Hostile> {
	const product = await startProduct({ env: { NODE_OPTIONS: '--max-old-space-size=1024' } });
	try {
		const { hostname, port } = new URL(product.url);
		const prey: Prey = {
			host: hostname,
			port: Number(port),
			key: apiKey,
			cookie: await sessionCookie(product)
		};
		const client = workingClient(product);
		// What is made once is made before anything is measured.
		for (let i = 0; i < 150; i++) await client.ask();
		for (let i = 0; i < 100; i++) await pick(seededRandom('warm', i))(prey, seededRandom('warm', i));
		client.times.length = 0;
		for (let i = 0; i < 400; i++) await client.ask();
		const quiet = summary(client.times.splice(0));
		const before = memoryMb(product);
		let most = before;
		const statuses: Record<string, number> = {};
		const faults: string[] = [];
		const slowOnes = trickle(prey, slow);
		let next = 0;
		let done = 0;
		const attacker = async () => {
			for (let n = next++; n < requests; n = next++) {
				const random = seededRandom('hostile', seed, n);
				const status = await pick(random)(prey, random);
				statuses[String(status)] = (statuses[String(status)] ?? 0) + 1;
				if (status !== null && status >= 500)
					faults.push(`request ${n} of seed ${seed} was answered with ${status}`);
				if (++done % 20 === 0) most = Math.max(most, memoryMb(product));
				if (done % 1000 === 0) say(`${done} requests, ${Math.round(most - before)} MB more`);
			}
		};
		let working = true;
		const other = (async () => {
			while (working) await client.ask();
		})();
		// Awaited below; until then nobody else looks at a failure.
		other.catch(() => undefined);
		await Promise.all(Array.from({ length: attackers }, attacker));
		working = false;
		await other;
		slowOnes.end();
		const under = summary(client.times);
		if (client.failed.length > 0)
			faults.push(`the working client was answered with ${client.failed.slice(0, 5).join(', ')}`);
		return { faults, statuses, grownMb: most - before, quiet, under };
	} catch (cause) {
		const said = product.output().split('\n').slice(-30).join('\n');
		throw new Error(`${String(cause)}. The product said:\n${said}`, { cause });
	} finally {
		await product.stop();
	}
}

function pick(random: () => number) {
	let left = random();
	for (const [share, , attack] of attacks) if ((left -= share) < 0) return attack;
	const [[, , first] = []] = attacks;
	if (!first) throw new Error('no attacks');
	return first;
}

/** Sends a call, reads a figure, reads a public answer, in turn; keeps how long each took. */
function workingClient({ url }: Product) {
	const times: number[] = [];
	const failed: number[] = [];
	let n = 0;
	const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
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
	return {
		times,
		failed,
		async ask() {
			const beganAt = performance.now();
			const response = await (asks[n++ % asks.length] ?? asks[0])?.();
			await response?.arrayBuffer();
			times.push(performance.now() - beganAt);
			if (response && response.status !== 200) failed.push(response.status);
		}
	};
}

/** Slowloris: each sends a byte of a header, or of a body, every few hundred milliseconds, and begins again when cut off. */
function trickle({ host, port, key }: Prey, count: number) {
	const sockets = new Set<Socket>();
	let ended = false;
	const open = (i: number) => {
		if (ended) return;
		const socket = connect({ host, port });
		sockets.add(socket);
		socket.on('error', () => {});
		socket.on('data', () => {});
		socket.once('close', () => {
			sockets.delete(socket);
			setTimeout(() => open(i), 200).unref();
		});
		socket.write(
			i % 2
				? 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '
				: `POST /api/v1/calls HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000\r\n\r\n`
		);
		const timer = setInterval(() => socket.write('a'), 400).unref();
		socket.once('close', () => clearInterval(timer));
	};
	for (let i = 0; i < count; i++) open(i);
	return {
		end() {
			ended = true;
			for (const socket of sockets) socket.destroy();
		}
	};
}

function memoryMb({ pid }: Product): number {
	return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

function summary(times: number[]) {
	const sorted = [...times].sort((a, b) => a - b);
	const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? NaN;
	return { p50: at(0.5), p99: at(0.99) };
}
