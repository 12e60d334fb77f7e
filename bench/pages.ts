import { managerPages } from '../e2e/managerPages.ts';
import { pageScripts } from '../e2e/pageScripts.ts';
import { callStream } from './calls.ts';
import { figure, quantile, type Figure, type Samples } from './figure.ts';
import { ndjson } from './ndjson.ts';
import { processorMs, quiet } from './processor.ts';
import { signIn } from './signIn.ts';
import type { Target } from './target.ts';

export interface PagesOptions {
	/** Calls of the year, in 20 queues. */
	stored: number;
	/** How often each page is asked for. */
	times: number;
}

const yearMs = 365 * 86_400_000;
const slugs = Array.from({ length: 20 }, (_, i) => `line-${i}`);
const pages = [
	['all queues', '/dashboard'],
	['a queue', '/dashboard/line-0'],
	['a queue, by quarter hour', '/dashboard/line-1?step=quarter&measure=agents&weeks=13'],
	['a queue, a year by day', '/dashboard/line-2?from=2025-12-01&to=2026-11-20&grain=day'],
	['compare 28 days', '/dashboard/line-3/compare'],
	['compare two queues', '/dashboard/line-4/compare?with=line-5']
] as const;

/** Pages of managers: what a move between them asks the server for, and the scripts that each of them sends. */
export async function benchPages(target: Target, { stored, times }: PagesOptions): Promise<Figure[]> {
	await target.empty();
	const now = Date.now();
	const calls = callStream({
		seed: 'pages',
		count: stored,
		queues: slugs,
		firstAt: now - yearMs,
		spanMs: yearMs - 60_000
	});
	await target.send(ndjson(calls), { created: stored });
	await target.database.sql`vacuum analyze call, rollup`;
	await quiet(target.pid);
	const cookie = await signIn(target.url);
	const get = async (path: string) => {
		const startedAt = performance.now();
		const response = await fetch(target.url + path, { headers: { cookie } });
		await response.arrayBuffer();
		if (!response.ok || response.redirected) throw new Error(`${path} answers ${response.status}`);
		return performance.now() - startedAt;
	};
	const samples: Samples = new Map();
	const figures: Figure[] = [];
	const size = `${stored / 1e6} M calls`;
	for (const [name, path] of pages) {
		const data = path.replace(/(\?|$)/, '/__data.json$1');
		await get(data);
		const ms: number[] = [];
		const usedMs = await processorMs(target.pid);
		for (let i = 0; i < times; i++) ms.push(await get(data));
		const used = `${name}, ${size}, processor time of the server`;
		samples.set(used, [((await processorMs(target.pid)) - usedMs) / times]);
		samples.set(`${name}, ${size}, p95`, [quantile(ms, 0.95)]);
		samples.set(`${name}, ${size}, median`, [quantile(ms, 0.5)]);
		figures.push(figure(samples, 'ms', `${name}, ${size}, median`));
		figures.push(figure(samples, 'ms', `${name}, ${size}, p95`));
		figures.push(figure(samples, 'ms', used));
		console.error(`  ${name}: p95 ${Math.round(quantile(ms, 0.95))} ms`);
	}
	for (const path of managerPages('line-0')) {
		const name = `scripts of ${path.replace('line-0', '{queue}')}, gzip`;
		samples.set(name, [(await pageScripts(target.url + path, { cookie })) / 1024]);
		figures.push(figure(samples, 'KB', name));
	}
	await target.empty();
	return figures;
}
