import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { loadavg } from 'node:os';
import { Worker } from 'node:worker_threads';
import { seededRandom } from '#analysis/simulation/random.ts';
import { processorTime, type ProcessorTime } from '../../bench/processorTime.ts';
import { makeKey } from '../command.ts';
import { apiKey, startProduct, type Product } from '../product.ts';
import { sessionCookie } from '../sessionCookie.ts';
import { attacks, type Prey } from './attacks.ts';

interface Quantiles {
	p50: number;
	p99: number;
}

interface Took {
	kind: string;
	ms: number;
}

export interface HostileOptions {
	requests: number;
	seed: number;
	/** At the same time. */
	attackers?: number;
	/** Connections that send a byte now and then for as long as all of it takes. */
	slow?: number;
	/** With the rates that the product ships with; without, as many requests a minute as somebody can send. */
	ratesOn?: boolean;
	say?: (sentence: string) => void;
}

export interface Hostile {
	/** Answers with 5xx, as sentences. */
	faults: string[];
	statuses: Record<string, number>;
	/** By which the product's memory grew at most, MB. */
	grownMb: number;
	/** Of a client that only wants to work, ms: before and after, and meanwhile. */
	quiet: Quantiles;
	under: Quantiles;
	/** The same by what it asked for. */
	kinds: { kind: string; quiet: Quantiles; under: Quantiles }[];
	/** The machine's load average at the beginning and at the end. */
	busy: { before: number; after: number };
	/** What the product had of the processors. */
	processor: ProcessorTime | null;
}

/** All of 127/8 is this machine, on Linux; elsewhere attackers come from where everybody does. */
const attackersAddress = process.platform === 'linux' ? '127.0.0.66' : undefined;

/** Attacks a product that was started for it, beside a client that sends calls and reads figures as always. */
export async function hostile({
	requests,
	seed,
	attackers = 6,
	slow = 50,
	ratesOn = false,
	say = () => {}
}: HostileOptions): Promise<Hostile> {
	const busyBefore = loadavg()[0] ?? NaN;
	const product = await startProduct({
		env: {
			NODE_OPTIONS: '--max-old-space-size=1024 --max-semi-space-size=32',
			...(ratesOn && { OFFPEAK_KEY_RATE: '', OFFPEAK_ADDRESS_RATE: '' })
		}
	});
	const client = workingClient(product);
	try {
		const { hostname, port } = new URL(product.url);
		const prey: Prey = {
			host: hostname,
			port: Number(port),
			localAddress: attackersAddress,
			key: (await makeKey(product, ['ingest', 'read', 'admin'])).key,
			cookie: await sessionCookie(product)
		};
		// What is made once is made before anything is measured.
		await client.ask(150);
		for (let i = 0; i < 100; i++) await pick(seededRandom('warm', i))(prey, seededRandom('warm', i));
		const { times: quiet } = await client.ask(600);
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
		const other = client.ask(Infinity);
		// Awaited below; until then nobody else looks at a failure.
		other.catch(() => undefined);
		await Promise.all(Array.from({ length: attackers }, attacker));
		client.stop();
		const { times: under, failed } = await other;
		slowOnes.end();
		// The machine may have become another one meanwhile.
		quiet.push(...(await client.ask(600)).times);
		if (failed.length > 0)
			faults.push(`the working client was answered with ${failed.slice(0, 5).join(', ')}`);
		const busy = { before: busyBefore, after: loadavg()[0] ?? NaN };
		const of = (times: Took[], wanted?: string) =>
			summary(times.flatMap(({ kind, ms }) => (wanted === undefined || kind === wanted ? [ms] : [])));
		const kinds = [...new Set(quiet.map(({ kind }) => kind))].map((kind) => ({
			kind,
			quiet: of(quiet, kind),
			under: of(under, kind)
		}));
		const grownMb = most - before;
		const processor = processorTime(product.pid);
		return { faults, statuses, grownMb, processor, quiet: of(quiet), under: of(under), kinds, busy };
	} catch (cause) {
		const said = product.output().split('\n').slice(-30).join('\n');
		throw new Error(`${String(cause)}. The product said:\n${said}`, { cause });
	} finally {
		await client.end();
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

interface Worked {
	times: Took[];
	failed: number[];
}

/** A client in a thread of its own (workingClient.js). */
function workingClient({ url }: Product) {
	const thread = new Worker('./e2e/hostile/workingClient.js', { workerData: { url, key: apiKey } });
	const done = async (): Promise<Worked> => (await once(thread, 'message'))[0];
	return {
		/** Asks so often, one after the other. */
		async ask(count: number): Promise<Worked> {
			const worked = done();
			thread.postMessage(count);
			return worked;
		},
		stop: () => thread.postMessage('stop'),
		end: () => thread.terminate()
	};
}

/** Slowloris: each sends a byte of a header, or of a body, every few hundred milliseconds, and begins again when cut off. */
function trickle({ host, port, localAddress, key }: Prey, count: number) {
	const sockets = new Set<Socket>();
	let ended = false;
	const open = (i: number) => {
		if (ended) return;
		const socket = connect({ host, port, localAddress });
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
