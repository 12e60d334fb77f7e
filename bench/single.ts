import autocannon from 'autocannon';
import { callJson } from '#model/callJson.ts';
import { apiKey } from '../e2e/product.ts';
import { callStream } from './calls.ts';
import { figure, interleave, type Figure, type Samples } from './figure.ts';
import type { Target } from './target.ts';

export interface SingleOptions {
	seconds: number;
	rounds: number;
}

const senders = 32;
const mostASecond = 5000;

/** Single records from 32 senders, each waiting for its answer, beside an endpoint that does nothing. */
export async function benchSingle(target: Target, { seconds, rounds }: SingleOptions): Promise<Figure[]> {
	const late: Samples = new Map();
	// Written down before, more than can come: what senders do at the time is only to send.
	const count = rounds * seconds * mostASecond;
	const calls = callStream({
		seed: 'single',
		count,
		queues: ['bench-1', 'bench-2', 'bench-3'],
		firstAt: Date.UTC(2026, 2, 2),
		spanMs: count * 100
	});
	const bodies = Array.from(calls, callJson).reverse();
	const run = (name: string, path: string, request: autocannon.Request) => async () => {
		const result = await autocannon({
			url: target.url + path,
			connections: senders,
			duration: seconds,
			requests: [request]
		});
		if (result.errors > 0 || result.non2xx > 0)
			throw new Error(`${name}: ${result.errors} errors, ${result.non2xx} answers that are no 2xx`);
		late.set(name, [...(late.get(name) ?? []), result.latency.p99]);
		return result.requests.average;
	};
	await target.empty();
	const samples = await interleave(rounds, [
		['/healthz, 32 senders', run('/healthz, 32 senders, p99', '/healthz', { method: 'GET' })],
		[
			'single records, 32 senders',
			run('single records, 32 senders, p99', '/api/v1/calls', {
				method: 'POST',
				headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
				setupRequest(request) {
					const body = bodies.pop();
					if (body === undefined) throw new Error('More records were sent than were made.');
					return { ...request, body };
				}
			})
		]
	]);
	await target.empty();
	return [
		figure(samples, 'requests/s', 'single records, 32 senders', '/healthz, 32 senders'),
		figure(late, 'ms', 'single records, 32 senders, p99', '/healthz, 32 senders, p99')
	];
}
