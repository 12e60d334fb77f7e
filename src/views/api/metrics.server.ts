import type { EventEmitter } from 'node:events';
import type { RequestEvent } from '@sveltejs/kit';
import { collectDefaultMetrics } from 'prom-client';
import { measures, registry } from '#records/measures.server.ts';
import { product } from '#work/product.server.ts';
import { authorize } from './authorize.server.ts';
import { problem } from './problem.ts';

let begun = false;
const server: EventEmitter = process;

/** From the start on: what the process itself takes, its event loop among it, and whom the server in front sends away. */
export function measureProcess(): void {
	if (begun) return;
	begun = true;
	collectDefaultMetrics({ register: registry });
	server.on('offpeak:sent-away', () => measures.limited.inc({ by: 'waiting' }));
}

/** `GET /metrics`: all measures, as Prometheus reads them. A database that is down costs only those of the pool. */
export async function getMetrics(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	if (allowed.queues !== null)
		return problem(403, 'Not allowed', 'Measures belong to no queue: this needs a key for all queues.');
	await countConnections().catch(() => measures.pool.reset());
	return new Response(await registry.metrics(), {
		headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' }
	});
}

const states = ['active', 'idle', 'idle in transaction'];

async function countConnections(): Promise<void> {
	const { sql } = product().database;
	const rows = await sql<{ state: string; count: number }[]>`
		select state, count(*)::int from pg_stat_activity
		where application_name = current_setting('application_name') and state is not null group by state`;
	measures.pool.reset();
	for (const state of states) measures.pool.set({ state }, 0);
	for (const { state, count } of rows) measures.pool.set({ state }, count);
}
