import { readFile } from 'node:fs/promises';
import { connect, type Database } from '#records/database.server.ts';
import { startEmbedded } from '#records/embedded.server.ts';
import type { Bytes } from './ndjson.ts';
import { apiKey, startProduct } from '../e2e/product.ts';

/** What is measured: a product that was really started, and its database beside it. */
export interface Target {
	url: string;
	pid: number | undefined;
	database: Database;
	/** Sends calls and gives the seconds until they are durable; throws unless all of `expected` came of them. */
	send(pieces: Iterable<Bytes>, expected: Partial<Answer>, gzip?: boolean): Promise<number>;
	/** The text of what is read, and the milliseconds until it was here. */
	get(path: string): Promise<{ ms: number; text: string }>;
	/** Stores settings. */
	put(path: string, body: object): Promise<void>;
	/** No calls and no figures, and nothing left to be written from before. */
	empty(): Promise<void>;
	/** The most memory that the server's process has held so far, in MB; null where the system does not say. */
	peakMegabytes(): Promise<number | null>;
	/** The last lines that the product has printed. */
	said(): string;
	stop(): Promise<void>;
}

interface Answer {
	created: number;
	updated: number;
	unchanged: number;
}

export async function startTarget(): Promise<Target> {
	const product = await startProduct({
		// With the heap's limit that `npm start` sets.
		env: { OFFPEAK_ZONE: 'Asia/Shanghai', NODE_OPTIONS: '--max-old-space-size=1024 --max-semi-space-size=32' }
	});
	const server = await startEmbedded(product.dataDir);
	const database = connect(server.connection);
	const authorization = `Bearer ${apiKey}`;
	return {
		url: product.url,
		pid: product.pid,
		database,
		async send(pieces, expected, gzip = false) {
			const request = {
				method: 'POST',
				headers: {
					authorization,
					'content-type': 'application/x-ndjson',
					...(gzip ? { 'content-encoding': 'gzip' } : {})
				},
				body: stream(pieces),
				duplex: 'half'
			};
			const startedAt = performance.now();
			const response = await fetch(`${product.url}/api/v1/calls`, request);
			const text = await response.text();
			const seconds = (performance.now() - startedAt) / 1000;
			const answer: Answer & { rejected: number } = JSON.parse(text);
			const told = { ...{ created: 0, updated: 0, unchanged: 0, rejected: 0 }, ...expected };
			for (const name of ['created', 'updated', 'unchanged', 'rejected'] as const)
				if (answer[name] !== told[name])
					throw new Error(`${name} is not ${told[name]}: ${text.slice(0, 500)}`);
			return seconds;
		},
		async get(path) {
			const startedAt = performance.now();
			const response = await fetch(product.url + path, { headers: { authorization } });
			const text = await response.text();
			if (!response.ok) throw new Error(`${path} answers ${response.status}: ${text}`);
			return { ms: performance.now() - startedAt, text };
		},
		async put(path, body) {
			const headers = { authorization, 'content-type': 'application/json' };
			const response = await fetch(product.url + path, {
				method: 'PUT',
				headers,
				body: JSON.stringify(body)
			});
			if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
		},
		async empty() {
			await database.sql`truncate call, rollup`;
			await database.sql`checkpoint`;
		},
		async peakMegabytes() {
			const status = await readFile(`/proc/${product.pid}/status`, 'utf8').catch(() => '');
			const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
			return kilobytes === undefined ? null : Number(kilobytes) / 1024;
		},
		said: () => product.output().split('\n').slice(-40).join('\n'),
		async stop() {
			await database.close();
			await product.stop();
		}
	};
}

function stream(pieces: Iterable<Bytes>): ReadableStream<Bytes> {
	const iterator = pieces[Symbol.iterator]();
	return new ReadableStream({
		pull(controller) {
			const next = iterator.next();
			if (next.done) controller.close();
			else controller.enqueue(next.value);
		}
	});
}
