import { queueIds } from '#records/queues.server.ts';
import { figure, median, quantile, type Figure, type Samples } from '../figure.ts';
import type { Target } from '../target.ts';
import { duckOf } from './duckdb.ts';
import { fill, slugs } from './fill.ts';
import { questions } from './questions.ts';

export interface LargeOptions {
	/** How many calls lie in the database, one size after the other. */
	sizes: number[];
	/** How often each question is asked through HTTP. */
	times: number;
}

/**
 * Questions through HTTP over ten years of 20 queues, at several sizes, beside each other and beside the same questions
 * to the records: in PostgreSQL on the same server, and in DuckDB.
 */
export async function benchLarge(target: Target, { sizes, times }: LargeOptions): Promise<Figure[]> {
	const { database } = target;
	const figures: Figure[] = [];
	let smallest: { of: string; samples: Samples } | null = null;
	for (const size of sizes) {
		await target.empty();
		const startedAt = performance.now();
		const count = await fill(database, size);
		const seconds = (performance.now() - startedAt) / 1000;
		const of = `${(count / 1e6).toPrecision(2)} M`;
		console.error(`  ${count} calls and their figures in ${Math.round(seconds)} s`);
		const duck = await duckOf(database);
		const ids = await queueIds(database, slugs);
		const samples: Samples = new Map();
		const add = (name: string, value: number) => samples.set(name, [...(samples.get(name) ?? []), value]);
		for (const { name, path, sql, all } of questions) {
			const ask = (slug: string) => target.get(`/api/v1/queues/${all ? slugs.join() : slug}/${path}`);
			for (const slug of slugs.slice(0, all ? 1 : 20)) await ask(slug);
			const ms: number[] = [];
			for (let i = 0; i < times; i++) ms.push((await ask(slugs[i % slugs.length] ?? '')).ms);
			add(`${name} (${of})`, median(ms));
			add(`${name} (${of}), p95`, quantile(ms, 0.95));
			console.error(
				`  ${name}: median ${Math.round(median(ms))} ms, p95 ${Math.round(quantile(ms, 0.95))} ms`
			);
			if (smallest)
				figures.push(
					figure(
						new Map([...samples, ...smallest.samples]),
						'ms',
						`${name} (${of}), p95`,
						`${name} (${smallest.of}), p95`
					)
				);
			else figures.push(figure(samples, 'ms', `${name} (${of}), p95`));
			if (!sql) continue;
			const statement = sql(all ? [...ids.values()] : [ids.get(slugs[0] ?? '') ?? 0]);
			const raw: number[] = [];
			// The first answer warms up; where it takes long enough it stands.
			for (let i = 0; i < 3 && (i === 0 || (raw[0] ?? 0) < 10_000); i++) {
				const askedAt = performance.now();
				await database.sql.unsafe(statement);
				raw.push(performance.now() - askedAt);
			}
			for (const value of raw.slice(raw.length > 1 ? 1 : 0)) add(`SQL over the records (${of})`, value);
			const against = new Map([...samples]);
			figures.push(figure(against, 'ms', `${name} (${of})`, `SQL over the records (${of})`));
			samples.delete(`SQL over the records (${of})`);
			if (!duck) continue;
			await duck.ask(statement);
			const ducks = [await duck.ask(statement), await duck.ask(statement), await duck.ask(statement)];
			figures.push(figure(new Map([...samples, ['DuckDB', ducks]]), 'ms', `${name} (${of})`, 'DuckDB'));
			console.error(`    PostgreSQL ${Math.round(median(raw))} ms, DuckDB ${Math.round(median(ducks))} ms`);
		}
		smallest ??= { of, samples };
		await duck?.close();
	}
	await target.empty();
	return figures;
}
