import { addDays, dayStart } from '#time/zone.ts';
import { callStream } from './calls.ts';
import { figure, interleave, median, quantile, type Figure } from './figure.ts';
import { ndjson } from './ndjson.ts';
import { rawLoad, rawPeaks, type Range } from './rawQuestions.ts';
import type { Target } from './target.ts';

export interface ReadingOptions {
	/** Calls of the one queue in its year. */
	stored: number;
	rounds: number;
}

const queue = 'bench-year';
const zone = 'Asia/Shanghai';
const firstDay = '2025-10-01';
const lastDay = '2026-10-01';

/** Questions over one queue's year through HTTP, beside the same asked of its records in SQL on the same server. */
export async function benchReading(target: Target, { stored, rounds }: ReadingOptions): Promise<Figure[]> {
	const { database } = target;
	const days = (fromDay: string): Range => ({
		queue,
		zone,
		fromAt: dayStart(zone, fromDay),
		toAt: dayStart(zone, lastDay)
	});
	const [year, month] = [days(firstDay), days('2026-09-01')];
	await target.empty();
	const calls = callStream({
		seed: 'year',
		count: stored,
		queues: [queue],
		firstAt: year.fromAt,
		spanMs: year.toAt - year.fromAt
	});
	await target.send(ndjson(calls), { created: stored });
	await database.sql`vacuum analyze call, rollup`;
	await database.sql`checkpoint`;

	const api = `/api/v1/queues/${queue}`;
	const loadYear = `${api}/load?from=${firstDay}&to=${lastDay}&grain=day`;
	const loadMonth = `${api}/load?from=2026-09-01&to=${lastDay}&grain=hour`;
	const peaks = (weeks: number) => `${api}/peaks?weeks=${weeks}&until=${lastDay}`;
	const times = (path: string, count: number) => async () => {
		const ms: number[] = [];
		for (let i = 0; i < count; i++) ms.push((await target.get(path)).ms);
		return ms;
	};
	const half =
		(path: string, count = 20) =>
		async () =>
			median(await times(path, count)());
	const weeks = (count: number) => days(addDays(lastDay, -7 * count));
	const raw = (ask: () => Promise<readonly unknown[]>) => async () => {
		const startedAt = performance.now();
		if ((await ask()).length === 0) throw new Error('the question found nothing');
		return performance.now() - startedAt;
	};
	const monthTimes: number[][] = [];
	const measures: [string, () => Promise<number>][] = [
		['load, a year by day', half(loadYear)],
		['SQL: a year by day', raw(() => rawLoad(database, year, 'day'))],
		['peaks, 8 weeks', half(peaks(8))],
		['SQL: 8 weeks by weekday and hour', raw(() => rawPeaks(database, weeks(8)))],
		['peaks, 52 weeks', half(peaks(52))],
		['SQL: 52 weeks by weekday and hour', raw(() => rawPeaks(database, weeks(52)))],
		[
			'load, a month by hour',
			async () => {
				const ms = await times(loadMonth, 100)();
				monthTimes.push(ms);
				return median(ms);
			}
		],
		['SQL: a month by hour', raw(() => rawLoad(database, month, 'hour'))]
	];
	// Everybody once, so that nobody is measured cold.
	await interleave(1, measures);
	monthTimes.length = 0;
	const samples = await interleave(rounds, measures);
	samples.set(
		'load, a month by hour, p95',
		monthTimes.map((ms) => quantile(ms, 0.95))
	);
	await target.empty();
	return [
		figure(samples, 'ms', 'load, a year by day', 'SQL: a year by day'),
		figure(samples, 'ms', 'peaks, 8 weeks', 'SQL: 8 weeks by weekday and hour'),
		figure(samples, 'ms', 'peaks, 52 weeks', 'SQL: 52 weeks by weekday and hour'),
		figure(samples, 'ms', 'load, a month by hour', 'SQL: a month by hour'),
		figure(samples, 'ms', 'load, a month by hour, p95', 'SQL: a month by hour')
	];
}
