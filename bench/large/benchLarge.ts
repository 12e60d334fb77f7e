import { queueIds } from '#records/queues.server.ts';
import { wallTime } from '#time/zone.ts';
import { figure, median, quantile, type Figure, type Samples } from '../figure.ts';
import { processorMs, quiet } from '../processor.ts';
import { signIn } from '../signIn.ts';
import type { Target } from '../target.ts';
import { duckOf, type Duck } from './duckdb.ts';
import { fill, slugs, zone } from './fill.ts';
import { questionsOf, type Question } from './questions.ts';
import { viewsOf } from './views.ts';

export interface LargeOptions {
	/** How many calls lie in the database, one size after the other. */
	sizes: number[];
	/** How often each question is asked through HTTP. */
	times: number;
}

/** Where what is asked for lies. */
interface Asking {
	target: Target;
	times: number;
	/** Of the calls, as it stands in the names of figures. */
	size: string;
	ids: Map<string, number>;
	duck: Duck | null;
	/** Of the smallest number of calls, to compare with. */
	smallest: { size: string; samples: Samples } | null;
	samples: Samples;
}

/**
 * Questions through HTTP over ten years of 20 queues until now, and managers' pages of them, at several sizes: beside
 * each other, and beside the same questions to the records, in PostgreSQL on the same server and in DuckDB.
 */
export async function benchLarge(target: Target, { sizes, times }: LargeOptions): Promise<Figure[]> {
	const { database } = target;
	const figures: Figure[] = [];
	let smallest: Asking['smallest'] = null;
	for (const calls of sizes) {
		await target.empty();
		const now = Date.now();
		const startedAt = performance.now();
		const count = await fill(database, calls, now);
		const seconds = (performance.now() - startedAt) / 1000;
		console.error(`  ${count} calls and their figures in ${Math.round(seconds)} s`);
		await quiet(target.pid);
		const ids = await queueIds(database, slugs);
		const duck = await duckOf(database);
		const samples: Samples = new Map();
		const size = `${(count / 1e6).toPrecision(2)} M`;
		const asking = { target, times, size, ids, duck, smallest, samples };
		const today = wallTime(zone, now).date;
		for (const question of questionsOf(today)) {
			const slug = (i: number) => (question.all ? slugs.join() : (slugs[i] ?? ''));
			const ask = async (i: number) => (await target.get(`/api/v1/queues/${slug(i)}/${question.path}`)).ms;
			figures.push(...(await measure(asking, question, ask)));
		}
		const cookie = await signIn(target.url);
		for (const view of viewsOf(today)) {
			const [path = '', query] = view.path.split('?');
			const page = (i: number) => ['/dashboard', view.all ? '' : slugs[i], path].filter(Boolean).join('/');
			const ask = (i: number) =>
				askPage(`${target.url}${page(i)}/__data.json${query ? `?${query}` : ''}`, cookie);
			figures.push(...(await measure(asking, { ...view, name: `page: ${view.name}` }, ask)));
		}
		smallest ??= { size, samples };
		await duck?.close();
	}
	await target.empty();
	return figures;
}

/** Asks of all queues in turn, after each was asked once. */
async function measure(
	{ target, times, size, ids, duck, smallest, samples }: Asking,
	{ name, sql, all }: Question,
	ask: (queue: number) => Promise<number>
): Promise<Figure[]> {
	const first: number[] = [];
	for (const i of slugs.slice(0, all ? 1 : 20).keys()) first.push(await ask(i));
	const usedMs = await processorMs(target.pid);
	const ms: number[] = [];
	for (let i = 0; i < times; i++) ms.push(await ask(i % slugs.length));
	const [half, p95] = [`${name} (${size})`, `${name} (${size}), p95`];
	const [asFirst, used] = [
		`${name} (${size}), first time`,
		`${name} (${size}), processor time of the server`
	];
	samples.set(half, [median(ms)]);
	samples.set(p95, [quantile(ms, 0.95)]);
	samples.set(asFirst, [median(first)]);
	samples.set(used, [((await processorMs(target.pid)) - usedMs) / times]);
	console.error(`  ${half}: median ${median(ms).toFixed(1)} ms, p95 ${quantile(ms, 0.95).toFixed(1)} ms`);
	const against = smallest && `${name} (${smallest.size}), p95`;
	const figures = [
		against
			? figure(new Map([...samples, ...(smallest?.samples ?? [])]), 'ms', p95, against)
			: figure(samples, 'ms', p95),
		figure(samples, 'ms', asFirst),
		figure(samples, 'ms', used)
	];
	if (!sql) return figures;
	const statements = sql(all ? [...ids.values()] : [ids.get(slugs[0] ?? '') ?? 0]);
	const raw = await timesOf(statements, async (statement) => {
		const askedAt = performance.now();
		await target.database.sql.unsafe(statement);
		return performance.now() - askedAt;
	});
	const records = `SQL over the records (${size})`;
	figures.push(figure(new Map([...samples, [records, raw]]), 'ms', half, records));
	if (!duck) return figures;
	const ducks = await timesOf(statements, (statement) => duck.ask(statement));
	figures.push(figure(new Map([...samples, ['DuckDB', ducks]]), 'ms', half, 'DuckDB'));
	console.error(`    PostgreSQL ${Math.round(median(raw))} ms, DuckDB ${Math.round(median(ducks))} ms`);
	return figures;
}

/** What all statements take together, several times. The first time warms up; where it takes long enough it stands. */
async function timesOf(statements: string[], ask: (statement: string) => Promise<number>): Promise<number[]> {
	const all: number[] = [];
	for (let i = 0; i < 4 && (i === 0 || (all[0] ?? 0) < 10_000); i++) {
		let ms = 0;
		for (const statement of statements) ms += await ask(statement);
		all.push(ms);
	}
	return all.slice(all.length > 1 ? 1 : 0);
}

async function askPage(url: string, cookie: string): Promise<number> {
	const askedAt = performance.now();
	const response = await fetch(url, { headers: { cookie } });
	await response.text();
	if (!response.ok || response.redirected) throw new Error(`${url} answers ${response.status}`);
	return performance.now() - askedAt;
}
