import type { RequestEvent } from '@sveltejs/kit';
import { serviceLevelFormulas, type ServiceLevelFormula } from '#model/queue.ts';
import { withinThreshold } from '#rollups/loadRow.ts';
import { readTallies } from '#rollups/read.server.ts';
import { serviceLevel } from '#rollups/serviceLevel.ts';
import { emptyTally, offered } from '#rollups/tally.ts';
import { formatInstant } from '#time/zone.ts';
import { waitFigures } from '#views/waits/waitFigures.ts';
import { product } from '#work/product.server.ts';
import { csvText } from './csvText.ts';
import { oneRange } from './oneRange.server.ts';

/** What had become of callers whose wait ended, after so many seconds. */
export interface WaitRow {
	seconds: number;
	answered: number;
	abandoned: number;
	answered_share: number;
	abandoned_share: number;
	waiting_share: number;
	patient_share: number;
}

const noWait: WaitRow = {
	seconds: 0,
	answered: 0,
	abandoned: 0,
	answered_share: 0,
	abandoned_share: 0,
	waiting_share: 1,
	patient_share: 1
};

/** How long callers of a queue waited, and would wait. */
export interface WaitAnswer {
	queue: string;
	zone: string;
	from: string;
	to: string;
	answered: number;
	abandoned: number;
	left_out: number;
	median_patience: { seconds: number; low: number | null; high: number | null } | null;
	service_levels: Record<ServiceLevelFormula, number | null>;
	rows: WaitRow[];
}

/** `GET /api/v1/queues/{queue}/waits`: the distribution of waits, the patience curve, the service level six times. */
export async function getWaits(event: RequestEvent): Promise<Response> {
	const answer = await readWaits(event);
	return answer instanceof Response ? answer : Response.json(answer);
}

/** Its rows as CSV. */
export async function getWaitsCsv(event: RequestEvent): Promise<Response> {
	const answer = await readWaits(event);
	if (answer instanceof Response) return answer;
	return new Response(csvText(answer.rows, noWait), {
		headers: { 'content-type': 'text/csv; charset=utf-8' }
	});
}

async function readWaits(event: RequestEvent): Promise<WaitAnswer | Response> {
	const asked = await oneRange(event);
	if (asked instanceof Response) return asked;
	const { stored, interval } = asked;
	const { slug, zone, service_level } = stored.queue;
	const topic = event.url.searchParams.get('topic') || null;
	const [tally = emptyTally()] = await readTallies(product().database, [stored], [interval], { topic });
	const { ends, course, patience, callers } = waitFigures(tally);
	const counts = {
		answered: tally.answered,
		abandoned: tally.abandoned,
		...withinThreshold(tally, service_level)
	};
	let point = 0;
	const answer: WaitAnswer = {
		queue: slug,
		zone,
		from: formatInstant(zone, interval.startAt),
		to: formatInstant(zone, interval.endAt),
		answered: tally.answered,
		abandoned: tally.abandoned,
		left_out: offered(tally) - callers,
		median_patience: patience.median,
		service_levels: {
			answered_only: null,
			credited: null,
			strict: null,
			late_abandons: null,
			short_removed: null,
			short_credited: null
		},
		rows: ends.map(({ seconds, answered, abandoned }, i) => {
			const moment = course[i] ?? { answered: 0, gone: 0, waiting: 1 };
			while ((patience.points[point]?.seconds ?? Infinity) <= seconds) point++;
			return {
				seconds,
				answered,
				abandoned,
				answered_share: moment.answered,
				abandoned_share: moment.gone,
				waiting_share: Math.max(0, moment.waiting),
				patient_share: patience.points[point - 1]?.share ?? 1
			};
		})
	};
	for (const formula of serviceLevelFormulas) answer.service_levels[formula] = serviceLevel(formula, counts);
	return answer;
}
