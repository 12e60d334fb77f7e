import autocannon from 'autocannon';
import { defaultQueue } from '#model/defaultQueue.ts';
import { callStream } from '../calls.ts';
import { figure, interleave, median, type Figure } from '../figure.ts';
import { ndjson } from '../ndjson.ts';
import type { Target } from '../target.ts';

export interface PublicOptions {
	rounds: number;
	/** How long each measure takes. */
	seconds: number;
}

const readers = 32;
const manyQueues = 1000;
/** Eight weeks, of which typical hours are made. */
const weeksMs = 56 * 86_400_000;

/** Requests a second of what is public, of one line and of a thousand, beside an endpoint that does nothing. */
export async function benchPublic(target: Target, { rounds, seconds }: PublicOptions): Promise<Figure[]> {
	await target.empty();
	const slugs = Array.from({ length: manyQueues }, (_, i) => `line-${i}`);
	for (let at = 0; at < slugs.length; at += 50)
		await Promise.all(
			slugs.slice(at, at + 50).map((slug) => target.put(`/api/v1/queues/${slug}`, line(slug)))
		);
	const now = Date.now();
	const time = { firstAt: now - weeksMs, spanMs: weeksMs - 3_600_000 };
	// The first line is busy, the others have a few calls a day.
	const busy = callStream({ seed: 'busy', count: 100_000, queues: slugs.slice(0, 1), ...time });
	// A second later: ids are made of instants, and no two calls may have the same.
	const later = { ...time, firstAt: time.firstAt + 1000 };
	const quiet = callStream({ seed: 'quiet', count: 400_000, queues: slugs.slice(1), ...later });
	await target.send(ndjson(busy), { created: 100_000 });
	await target.send(ndjson(quiet), { created: 400_000 });
	await target.database.sql`vacuum analyze call, rollup`;

	const bestTime = (slug: string) => `/api/v1/public/queues/${slug}/best-time?lang=en`;
	const widget = (slug: string) => `/embed/${slug}?lang=en`;
	const badge = (slug: string) => `/badge/${slug}.svg?lang=en`;
	const run = (paths: string[]) => async () => {
		const result = await autocannon({
			url: target.url,
			connections: readers,
			duration: seconds,
			requests: paths.map((path) => ({ method: 'GET', path }))
		});
		if (result.errors > 0 || result.non2xx > 0)
			throw new Error(`${paths[0]}: ${result.errors} errors, ${result.non2xx} answers that are no 2xx`);
		return result.requests.total / result.duration;
	};
	const one = slugs.slice(0, 1);
	const measures: [string, () => Promise<number>][] = [
		['/healthz', run(['/healthz'])],
		// The client takes longer over a thousand addresses, too.
		['/healthz, 1,000 addresses', run(slugs.map((slug) => `/healthz?line=${slug}`))],
		['best-time, 1 line', run(one.map(bestTime))],
		['widget, 1 line', run(one.map(widget))],
		['badge, 1 line', run(one.map(badge))],
		['best-time, 1,000 lines', run(slugs.map(bestTime))],
		['widget, 1,000 lines', run(slugs.map(widget))],
		['badge, 1,000 lines', run(slugs.map(badge))]
	];
	// Everybody once, so that nobody is measured cold: the first answers after a start read the database.
	await interleave(1, measures);
	const samples = await interleave(rounds, measures);
	await target.empty();
	return measures.slice(2).map(([name]) => {
		const beside = name.endsWith('1,000 lines') ? '/healthz, 1,000 addresses' : '/healthz';
		return inPairs(figure(samples, 'requests/s', name, beside));
	});
}

/** With the median of the ratios of the rounds, which other work on the machine moves less than the two medians. */
function inPairs(taken: Figure): Figure {
	const { rounds, beside } = taken;
	return beside
		? { ...taken, ratio: median(rounds.map((value, i) => value / (beside.rounds[i] ?? NaN))) }
		: taken;
}

function line(slug: string): object {
	const { public: shown, ...queue } = defaultQueue(slug, { zone: 'Asia/Shanghai', country: 'CN' });
	return { ...queue, public: { ...shown, enabled: true, min_calls: 10 } };
}
