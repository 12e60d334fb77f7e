import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '#analysis/simulation/random.ts';
import { connect } from '#records/database.server.ts';
import { startEmbedded } from '#records/embedded.server.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import { apiKey, startProduct, type Product } from '../../e2e/product.ts';
import { sessionCookie } from '../../e2e/sessionCookie.ts';
import { quantile } from '../figure.ts';
import { startIdleTwin } from '../idleTwin.ts';
import { processorTime, type ProcessorTime } from '../processorTime.ts';

export interface MixedOptions {
	minutes: number;
	say?: (sentence: string) => void;
}

export interface Mixed {
	requests: number;
	calls: number;
	/** By kind of request: how many, and their p50 and p99 in ms. */
	kinds: { name: string; count: number; p50: number; p99: number }[];
	/** Answers with 5xx, and calls that do not add up, as sentences. */
	faults: string[];
	/** MB: medians of the third and of the last quarter of the time, and by how much it grew an hour in both of them. */
	memory: { early: number; late: number; perHour: number };
	/** The event loop's delay: p99 of each minute, ms; and that of a process beside it which does nothing: the machine's. */
	loop: { ofMinutes: number[]; idle: number[] };
	/** The machine's load average at the beginning and at the end. */
	busy: { before: number; after: number };
	/** What the product had of the processors. */
	processor: ProcessorTime | null;
	messages: number;
}

const queues = Array.from({ length: 20 }, (_, i) => `mixed-${i + 1}`);
const streams = 30;

/**
 * What a house of twenty lines does in twelve times as long: calls that come one by one and change twice, a file now and
 * then, managers who look, screens that follow, and callers who ask when to call.
 */
export async function mixed({ minutes, say = () => {} }: MixedOptions): Promise<Mixed> {
	const product = await startProduct({
		env: { NODE_OPTIONS: '--max-old-space-size=1024 --max-semi-space-size=32' }
	});
	const load = new Load(product);
	const before = loadavg()[0] ?? NaN;
	try {
		for (const queue of queues)
			await load.ask('settings', `/api/v1/queues/${queue}`, {
				method: 'PUT',
				body: JSON.stringify({ public: { enabled: true } })
			});
		const cookie = await sessionCookie(product);
		const endAt = performance.now() + minutes * 60_000;
		const isOver = () => performance.now() > endAt;
		const all = [
			...Array.from({ length: 4 }, (_, i) => load.callers(`l${i}`, isOver)),
			load.files(isOver),
			...Array.from({ length: 3 }, (_, i) => load.managers(cookie, i, isOver)),
			...Array.from({ length: 3 }, (_, i) => load.public(i, isOver)),
			...Array.from({ length: streams }, (_, i) => load.follow(queues[i % queues.length] ?? '', endAt))
		];
		const samples = load.watch(isOver, say);
		// Awaited below; until then nobody else looks at a failure.
		samples.catch(() => undefined);
		await Promise.all(all);
		const { memory, loop } = summary(await samples);
		const processor = processorTime(product.pid);
		const busy = { before, after: loadavg()[0] ?? NaN };
		const server = await startEmbedded(product.dataDir);
		const database = connect(server.connection);
		try {
			const { differences } = await verifyRollups(database);
			if (differences.length > 0) load.faults.push(`verify: ${differences.length} figures differ`);
			const [row] = await database.sql<{ calls: number }[]>`select count(*)::int as calls from call`;
			if (row?.calls !== load.sent)
				load.faults.push(`${load.sent} calls were sent and ${row?.calls} are stored`);
		} finally {
			await database.close();
		}
		const kinds = [...load.times].map(([name, times]) => ({
			name,
			count: times.length,
			p50: quantile(times, 0.5),
			p99: quantile(times, 0.99)
		}));
		const requests = kinds.reduce((sum, { count }) => sum + count, 0);
		const { sent: calls, faults, messages } = load;
		return { requests, calls, kinds, faults, memory, loop, busy, processor, messages };
	} finally {
		await product.stop();
	}
}

interface Sample {
	minutes: number;
	memoryMb: number;
	/** p99 of the minute that ends here, and of the process that does nothing. */
	loop?: { ms: number; idleMs: number };
}

class Load {
	readonly times = new Map<string, number[]>();
	readonly faults: string[] = [];
	sent = 0;
	messages = 0;

	constructor(private readonly product: Product) {}

	async ask(kind: string, path: string, init: RequestInit = {}): Promise<string> {
		const headers = new Headers(init.headers);
		if (!headers.has('cookie') && !path.startsWith('/api/v1/public'))
			headers.set('authorization', `Bearer ${apiKey}`);
		if (init.body && !headers.has('content-type')) headers.set('content-type', 'application/json');
		const beganAt = performance.now();
		const response = await fetch(this.product.url + path, { redirect: 'manual', ...init, headers });
		const text = await response.text();
		const times = this.times.get(kind) ?? [];
		times.push(performance.now() - beganAt);
		this.times.set(kind, times);
		if (response.status >= 500) this.faults.push(`${kind} ${path}: ${response.status}`);
		return text;
	}

	/** Calls as they happen: each waits, is answered, and ends, one request for each. */
	async callers(name: string, isOver: () => boolean): Promise<void> {
		const random = seededRandom('mixed', name);
		for (let n = 0; !isOver(); n++) {
			const enqueuedAt = Date.now() - 120_000;
			const at = (ms: number) => new Date(enqueuedAt + ms).toISOString();
			const call = {
				id: `${name}-${n}`,
				queue: queues[Math.floor(random() * queues.length)],
				enqueued_at: at(0),
				caller: `+4930${1_000_000 + Math.floor(random() * 5_000)}`
			};
			const waitMs = random() * 90_000;
			const answered = { ...call, answered_at: at(waitMs) };
			for (const body of [call, answered, { ...answered, ended_at: at(waitMs + 20_000) }])
				await this.ask('a call', '/api/v1/calls', { method: 'POST', body: JSON.stringify(body) });
			this.sent++;
			await pause(50 + random() * 100);
		}
	}

	/** A file of finished calls every half minute. */
	async files(isOver: () => boolean): Promise<void> {
		for (let n = 0; !isOver(); n++) {
			const lines = Array.from({ length: 20_000 }, (_, i) => {
				const at = Date.now() - 86_400_000 * 30 + ((n * 20_000 + i) % 2_500_000) * 1_000;
				const [start, answer, end] = [at, at + 40_000, at + 200_000].map((ms) => new Date(ms).toISOString());
				return JSON.stringify({
					id: `f${n}-${i}`,
					queue: queues[i % queues.length],
					enqueued_at: start,
					answered_at: answer,
					ended_at: end
				});
			});
			await this.ask('a file', '/api/v1/calls', {
				method: 'POST',
				body: lines.join('\n'),
				headers: { 'content-type': 'application/x-ndjson' }
			});
			this.sent += lines.length;
			await waitOr(30_000, isOver);
		}
	}

	async managers(cookie: string, i: number, isOver: () => boolean): Promise<void> {
		for (let n = i; !isOver(); n++) {
			const queue = queues[n % queues.length];
			const [path = ''] =
				[
					['/dashboard'],
					[`/dashboard/${queue}`],
					[`/dashboard/${queue}/special-days`],
					[`/dashboard/${queue}/forecast`]
				][n % 4] ?? [];
			await this.ask(`page ${path.replace(String(queue), '{queue}')}`, path, { headers: { cookie } });
			await pause(1_000);
		}
	}

	async public(i: number, isOver: () => boolean): Promise<void> {
		for (let n = i; !isOver(); n++) {
			await this.ask('best time', `/api/v1/public/queues/${queues[n % queues.length]}/best-time`);
			await pause(100);
		}
	}

	/** A screen that follows a line. */
	async follow(queue: string, endAt: number): Promise<void> {
		const response = await fetch(`${this.product.url}/api/v1/queues/${queue}/live/stream`, {
			headers: { authorization: `Bearer ${apiKey}` },
			signal: AbortSignal.timeout(Math.max(1, Math.ceil(endAt - performance.now())))
		});
		try {
			for await (const chunk of response.body ?? [])
				this.messages += Buffer.from(chunk).toString('latin1').split('\ndata: ').length - 1;
			this.faults.push(`the stream of ${queue} has ended`);
		} catch {
			// Its time is over.
		}
	}

	async watch(isOver: () => boolean, say: (sentence: string) => void): Promise<Sample[]> {
		const samples: Sample[] = [];
		const beganAt = performance.now();
		const twin = startIdleTwin();
		await Promise.all([this.ask('metrics', '/metrics'), twin.look()]);
		while (!isOver()) {
			await waitOr(10_000, isOver);
			const status = readFileSync(`/proc/${this.product.pid}/status`, 'utf8');
			const memoryMb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
			const sample: Sample = { minutes: (performance.now() - beganAt) / 60_000, memoryMb };
			samples.push(sample);
			if (samples.length % 6 !== 0) continue;
			// Each look begins a new minute.
			const [text, idleMs] = await Promise.all([this.ask('metrics', '/metrics'), twin.look()]);
			const ms = Number(/^nodejs_eventloop_lag_p99_seconds ([\d.e-]+)/m.exec(text)?.[1]) * 1000;
			sample.loop = { ms, idleMs };
			const loop = `loop p99 ${ms.toFixed(1)} ms (idle process ${idleMs.toFixed(1)} ms)`;
			say(`${Math.round(memoryMb)} MB, ${loop}, ${this.sent} calls, ${this.faults.length} faults`);
		}
		await twin.end();
		return samples;
	}
}

function summary(samples: Sample[]): Pick<Mixed, 'memory' | 'loop'> {
	const warm = samples.slice(Math.floor(samples.length / 2));
	const middle = Math.floor(warm.length / 2);
	const [early, late] = [warm.slice(0, middle), warm.slice(middle)].map((some) =>
		quantile(
			some.map(({ memoryMb }) => memoryMb),
			0.5
		)
	);
	const minutes = samples.flatMap(({ loop }) => (loop ? [loop] : []));
	return {
		memory: { early: early ?? NaN, late: late ?? NaN, perHour: slope(warm) * 60 },
		loop: { ofMinutes: minutes.map(({ ms }) => ms), idle: minutes.map(({ idleMs }) => idleMs) }
	};
}

/** MB a minute, by least squares. */
function slope(samples: Sample[]): number {
	const mean = (pick: (sample: Sample) => number) =>
		samples.reduce((sum, sample) => sum + pick(sample), 0) / samples.length;
	const [x, y] = [mean(({ minutes }) => minutes), mean(({ memoryMb }) => memoryMb)];
	const above = mean((sample) => (sample.minutes - x) * (sample.memoryMb - y));
	return above / mean((sample) => (sample.minutes - x) ** 2);
}

async function waitOr(ms: number, isOver: () => boolean): Promise<void> {
	for (let left = ms; left > 0 && !isOver(); left -= 500) await pause(500);
}
