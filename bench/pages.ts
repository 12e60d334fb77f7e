import { gzipSync } from 'node:zlib';
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
		const text = await response.text();
		if (!response.ok || response.redirected) throw new Error(`${path} answers ${response.status}`);
		return { ms: performance.now() - startedAt, text, link: response.headers.get('link') ?? '' };
	};
	const samples: Samples = new Map();
	const figures: Figure[] = [];
	const size = `${stored / 1e6} M calls`;
	for (const [name, path] of pages) {
		const data = path.replace(/(\?|$)/, '/__data.json$1');
		await get(data);
		const ms: number[] = [];
		const usedMs = await processorMs(target.pid);
		for (let i = 0; i < times; i++) ms.push((await get(data)).ms);
		const used = `${name}, ${size}, processor time of the server`;
		samples.set(used, [((await processorMs(target.pid)) - usedMs) / times]);
		samples.set(`${name}, ${size}, p95`, [quantile(ms, 0.95)]);
		samples.set(`${name}, ${size}, median`, [quantile(ms, 0.5)]);
		figures.push(figure(samples, 'ms', `${name}, ${size}, median`));
		figures.push(figure(samples, 'ms', `${name}, ${size}, p95`));
		figures.push(figure(samples, 'ms', used));
		console.error(`  ${name}: p95 ${Math.round(quantile(ms, 0.95))} ms`);
	}
	for (const [name, path] of [...pages.slice(0, 2), ...pages.slice(4, 5)]) {
		const { text, link } = await get(path);
		samples.set(`scripts of ${name}, gzip`, [(await scripts(target.url, path, text, link)) / 1024]);
		figures.push(figure(samples, 'KB', `scripts of ${name}, gzip`));
	}
	await target.empty();
	return figures;
}

/** The bytes of all scripts that a page loads by itself, each compressed as a server would. */
async function scripts(url: string, path: string, html: string, link: string): Promise<number> {
	const seen = new Set<string>();
	// The framework names what a page needs in a header, so that it is fetched while the page is still read.
	const named = [
		...link.matchAll(/<([^>]+\.js)>/g),
		...html.matchAll(/(?:href|src|import\()\s*=?\s*"([^"]+\.js)"/g)
	];
	const queue = named.map(([, to = '']) => new URL(to, url + path).href);
	let bytes = 0;
	for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
		if (seen.has(next)) continue;
		seen.add(next);
		const text = await (await fetch(next)).text();
		bytes += gzipSync(text).length;
		// Static imports only: what is fetched on demand is not sent with the page.
		for (const [, to = ''] of text.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g))
			queue.push(new URL(to, next).href);
	}
	if (seen.size === 0) throw new Error(`${path} has no scripts`);
	return bytes;
}
