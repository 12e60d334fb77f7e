import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { apiKey } from '../e2e/product.ts';
import { figure, quantile, type Figure, type Samples } from './figure.ts';
import type { Target } from './target.ts';

export interface LiveOptions {
	streams: number;
	recordsASecond: number;
	seconds: number;
}

const queueCount = 20;
const authorization = `Bearer ${apiKey}`;

/** How long a call takes: until then its caller talks, and afterwards one record tells that it is over. */
const talkMs = 30_000;

/**
 * Open streams of the present moment while records come in: how soon each of them sees a change, and what it costs.
 * Beside the records of new calls come those of their ends, so that no more callers talk than in a real house.
 */
export async function benchLive(target: Target, options: LiveOptions): Promise<Figure[]> {
	const { streams, recordsASecond, seconds } = options;
	await target.empty();
	const slugs = Array.from({ length: queueCount }, (_, i) => `live-${i}`);
	let id = 0;
	const talking: { id: string; queue: string | undefined; enqueued_at: string; answered_at: string }[] = [];
	const send = async (count: number) => {
		const now = Date.now();
		const at = new Date(now).toISOString();
		const isOver = ({ answered_at }: { answered_at: string }) => Date.parse(answered_at) + talkMs <= now;
		const stillTalking = talking.findIndex((call) => !isOver(call));
		const over = talking.splice(0, stillTalking === -1 ? talking.length : stillTalking);
		const begun = Array.from({ length: count }, () => ({
			id: `live ${now} ${id}`,
			queue: slugs[id++ % queueCount],
			enqueued_at: at,
			answered_at: at
		}));
		talking.push(...begun);
		const response = await fetch(`${target.url}/api/v1/calls`, {
			method: 'POST',
			headers: { authorization, 'content-type': 'application/json' },
			body: JSON.stringify([...over.map((call) => ({ ...call, ended_at: at })), ...begun])
		});
		if (!response.ok) throw new Error(`records are answered ${response.status}`);
	};
	// Queues are there once they were named.
	await send(queueCount);
	/** Calls of a queue that have been sent, and when the last so many were. */
	const sentAt = slugs.map((): number[] => [0]);
	const delays: number[] = [];
	const open = await Promise.all(
		Array.from({ length: streams }, (_, i) => {
			const queue = i % queueCount;
			let seen = 1;
			return follow(`${target.url}/api/v1/queues/${slugs[queue]}/live/stream`, (offered) => {
				const now = performance.now();
				for (; seen < offered; seen++) {
					const at = sentAt[queue]?.[seen];
					if (at) delays.push(now - at);
				}
			});
		})
	);
	const memory: number[] = [];
	const startedAt = performance.now();
	let sent = 0;
	while (performance.now() - startedAt < seconds * 1000) {
		const due = Math.floor(((performance.now() - startedAt) / 1000) * recordsASecond) - sent;
		if (due > 0) {
			const now = performance.now();
			for (let i = 0; i < due; i++) sentAt[(id + i) % queueCount]?.push(now);
			await send(due);
			sent += due;
		}
		if (memory.length < (performance.now() - startedAt) / 1000)
			memory.push(await residentMegabytes(target.pid));
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	await new Promise((resolve) => setTimeout(resolve, 2_500));
	for (const close of open) close();
	const expected = sent * (streams / queueCount);
	if (delays.length < expected * 0.999) throw new Error(`${delays.length} of ${expected} changes were seen`);
	const third = Math.ceil(memory.length / 3);
	const of = `${streams} streams, ${recordsASecond} new calls/s and as many ends for ${seconds} s`;
	const samples: Samples = new Map([
		[`${of}: a change is seen after, median`, [quantile(delays, 0.5)]],
		[`${of}: p99`, [quantile(delays, 0.99)]],
		[`${of}: the latest`, [delays.reduce((most, ms) => Math.max(most, ms), 0)]],
		[`${of}: memory in the last third`, [quantile(memory.slice(-third), 0.5)]],
		['in the first third', [quantile(memory.slice(0, third), 0.5)]]
	]);
	const names = [...samples.keys()];
	return [
		...names.slice(0, 3).map((name) => figure(samples, 'ms', name)),
		figure(samples, 'MB', names[3] ?? '', names[4])
	];
}

/** Reads a stream of events and tells how many calls of today each of them has. */
function follow(url: string, told: (offered: number) => void): Promise<() => void> {
	return new Promise((resolve, reject) => {
		const request = get(url, { agent: false, headers: { authorization } }, (response) => {
			if (response.statusCode !== 200) reject(new Error(`${url} answers ${response.statusCode}`));
			let text = '';
			response.setEncoding('utf8').on('data', (piece: string) => {
				text += piece;
				for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
					const offered = /"today":\{[^}]*?"offered":(\d+)/.exec(text.slice(0, end))?.[1];
					text = text.slice(end + 2);
					if (offered) told(Number(offered));
				}
			});
			response.on('error', () => {});
			resolve(() => request.destroy());
		});
		request.on('error', reject);
	});
}

async function residentMegabytes(pid: number | undefined): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}
