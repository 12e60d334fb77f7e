import { gzipSync } from 'node:zlib';
import type { Answer } from '#ingest/acceptCalls.server.ts';
import type { LoadRow } from '#model/load.ts';
import type { Queue } from '#model/queue.ts';
import { apiKey, type Product } from './product.ts';

export interface Sent {
	status: number;
	answer: Answer;
}

export interface SendOptions {
	type?: string;
	/** Such as `format=csv&dry_run=true`. */
	query?: string;
	gzip?: boolean;
}

export interface Load {
	queue: string;
	zone: string;
	grain: string;
	rows: LoadRow[];
}

/** A started product as a customer's script sees it: over HTTP, with a key. */
export class Client {
	constructor(
		private readonly product: Pick<Product, 'url'>,
		private readonly key: string = apiKey
	) {}

	/** Any request under `/api/v1`. */
	fetch(path: string, init: RequestInit = {}): Promise<Response> {
		const headers = new Headers(init.headers);
		if (!headers.has('authorization')) headers.set('authorization', `Bearer ${this.key}`);
		return fetch(`${this.product.url}/api/v1${path}`, { ...init, headers });
	}

	/** Sends records as JSON, or a body that is made already. */
	async send(body: object | string, { type, query = '', gzip = false }: SendOptions = {}): Promise<Sent> {
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		const response = await this.fetch(`/calls?${query}`, {
			method: 'POST',
			headers: {
				'content-type': type ?? 'application/json',
				...(gzip ? { 'content-encoding': 'gzip' } : {})
			},
			body: gzip ? gzipSync(text) : text
		});
		return { status: response.status, answer: await response.json() };
	}

	/** The rows of `load`; `query` such as `from=2026-03-02&grain=day`. Throws for any answer but 200. */
	async load(queue: string, query: string): Promise<LoadRow[]> {
		const response = await this.fetch(`/queues/${queue}/load?${query}`);
		if (response.status !== 200) throw new Error(`load: ${response.status} ${await response.text()}`);
		const load: Load = await response.json();
		return load.rows;
	}

	/** The settings of a queue after this change. Throws for any answer but 200. */
	async putQueue(slug: string, settings: object): Promise<Queue> {
		const response = await this.fetch(`/queues/${slug}`, { method: 'PUT', body: JSON.stringify(settings) });
		if (response.status !== 200) throw new Error(`put: ${response.status} ${await response.text()}`);
		return response.json();
	}
}
