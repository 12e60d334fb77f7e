import type { RequestEvent } from '@sveltejs/kit';
import { grains, type Grain, type LoadRow } from '#model/load.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { keepAnswers } from '#rollups/keepAnswers.server.ts';
import { figures, withinThreshold } from '#rollups/loadRow.ts';
import { readTalliesByQueue } from '#rollups/read.server.ts';
import { emptyTally, mergeTally, type Tally } from '#rollups/tally.ts';
import { countIntervals, intervals, type Interval } from '#time/intervals.ts';
import { parseRange } from '#time/parseRange.ts';
import { formatInstant } from '#time/zone.ts';
import { product } from '#work/product.server.ts';
import { authorize } from './authorize.server.ts';
import { csvText } from './csvText.ts';
import { problem } from './problem.ts';
import { queuesOf } from './queuesOf.server.ts';

/** A range gives at most so many rows. */
const mostRows = 50_000;

interface Load {
	queue: string;
	zone: string;
	grain: Grain;
	rows: LoadRow[];
}

/** `GET /api/v1/queues/{queue}/load`: the rows of a range, or the problem with what was asked. */
export async function getLoad(event: RequestEvent): Promise<Response> {
	const text = await readLoad(event, 'json', (load) => JSON.stringify(load));
	if (text instanceof Response) return text;
	return new Response(text, { headers: { 'content-type': 'application/json' } });
}

/** Its rows as CSV. */
export async function getLoadCsv(event: RequestEvent): Promise<Response> {
	const text = await readLoad(event, 'csv', ({ rows }) => csvText(rows));
	if (text instanceof Response) return text;
	return new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}

const keptText = keepAnswers<string>(16 * 1024 * 1024, (text) => text.length);

async function readLoad(
	event: RequestEvent,
	format: 'json' | 'csv',
	write: (load: Load) => string
): Promise<string | Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const queues = await queuesOf(event.params.queue ?? '', allowed);
	if (queues instanceof Response) return queues;
	const query = event.url.searchParams;
	const grain = grains.find((known) => known === (query.get('grain') ?? 'hour'));
	if (!grain) return wrong('grain', `grain must be one of ${grains.join(', ')}.`);
	const { zone } = queues[0].queue;
	const range = parseRange(zone, event.locals.now, { from: query.get('from'), to: query.get('to'), grain });
	if ('field' in range) return wrong(range.field, range.message);
	if (countIntervals(range.fromAt, range.toAt, grain) > mostRows)
		return wrong(
			'to',
			`From \`from\` to \`to\` there are more than ${mostRows} rows; take a coarser grain or a shorter range.`
		);
	const topic = query.get('topic');
	const named = event.params.queue ?? '';
	const levels = queues.map(({ queue: { service_level } }) => service_level);
	const key = JSON.stringify([format, named, grain, topic, levels]);
	const asked = { key, queues, range: { startAt: range.fromAt, endAt: range.toAt } };
	return keptText(product().database, asked, async () => {
		const parts = intervals(zone, range.fromAt, range.toAt, grain);
		return write({ queue: named, zone, grain, rows: await loadRows(queues, parts, topic) });
	});
}

/** One row an interval: the queues' sums together, each queue counted by its own thresholds, under the first's formula. */
async function loadRows(
	queues: [StoredQueue, ...StoredQueue[]],
	parts: Interval[],
	topic: string | null
): Promise<LoadRow[]> {
	const { zone, service_level } = queues[0].queue;
	const tallies = await readTalliesByQueue(product().database, queues, parts, { topic });
	return parts.map(({ startAt, endAt }, i) => ({
		start: formatInstant(zone, startAt),
		end: formatInstant(zone, endAt),
		...together(
			queues,
			tallies.map((ofQueue) => ofQueue[i] ?? emptyTally()),
			service_level
		)
	}));
}

function together(
	queues: StoredQueue[],
	tallies: Tally[],
	level: StoredQueue['queue']['service_level']
): Omit<LoadRow, 'start' | 'end'> {
	const within = { answeredWithin: 0, abandonedWithin: 0, shortAbandoned: 0 };
	tallies.forEach((tally, i) => {
		const own = withinThreshold(tally, queues[i]?.queue.service_level ?? level);
		within.answeredWithin += own.answeredWithin;
		within.abandonedWithin += own.abandonedWithin;
		within.shortAbandoned += own.shortAbandoned;
	});
	const [first = emptyTally(), ...others] = tallies;
	for (const other of others) mergeTally(first, other);
	return figures(first, within, level);
}

function wrong(field: string, detail: string): Response {
	return problem(400, 'Wrong parameter', detail, { field });
}
