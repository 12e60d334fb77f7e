import type { RequestEvent } from '@sveltejs/kit';
import { fewestBlocks } from '#analysis/compareDays.ts';
import { slugPattern } from '#model/slug.ts';
import { offered } from '#rollups/tally.ts';
import { dayNumber } from '#time/dates.ts';
import { wallTime } from '#time/zone.ts';
import { longestCompared, readComparedDate } from '#views/manager/compare/compareAddress.ts';
import { comparison, type Comparison } from '#views/manager/compare/comparison.server.ts';
import { product } from '#work/product.server.ts';
import { authorize, type Allowed } from './authorize.server.ts';
import { figureNames, type comparedFigures } from './comparedFigures.ts';
import { liveQueue } from './live.server.ts';
import { problem } from './problem.ts';
import { queuesOf } from './queuesOf.server.ts';

/** Days of a queue; without any day both ends are null. */
export interface ComparedSide {
	queue: string;
	from: string | null;
	to: string | null;
}

export interface ComparedFigure {
	figure: (typeof comparedFigures)[number];
	chosen: number | null;
	against: number | null;
	difference: number | null;
	low: number | null;
	high: number | null;
	clear: boolean;
}

export interface ComparedDay {
	date: string;
	offered: number;
	against_date: string;
	against_offered: number;
}

/** Two ranges of days held against each other. */
export interface CompareAnswer {
	chosen: ComparedSide;
	against: ComparedSide;
	shift_days: number;
	pairs_asked: number;
	pairs: number;
	enough: boolean;
	different_kinds: number;
	records_begin: { queue: string; date: string }[];
	figures: ComparedFigure[];
	days: ComparedDay[];
}

/** `GET /api/v1/queues/{queue}/compare`: a range of days beside an earlier one or another queue's, as its page shows it. */
export async function getCompare(event: RequestEvent): Promise<Response> {
	const stored = await liveQueue(event);
	if (stored instanceof Response) return stored;
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const { now } = event.locals;
	const query = event.url.searchParams;
	const { slug, zone } = stored.queue;
	const wrong =
		wrongDays(query, wallTime(zone, now).date) ?? (await wrongSide(query.get('with') ?? '', slug, allowed));
	if (wrong) return wrong;
	const reader = { queues: allowed.queues };
	return Response.json(answer(await comparison(product().database, stored, { query, now, reader })));
}

function answer({ address, stored, other, pairs, compared, otherKinds, begins }: Comparison): CompareAnswer {
	const [first, last] = [pairs[0], pairs.at(-1)];
	const enough = pairs.length >= fewestBlocks;
	return {
		chosen: { queue: stored.queue.slug, from: first?.date ?? null, to: last?.date ?? null },
		against: { queue: other.queue.slug, from: first?.otherDate ?? null, to: last?.otherDate ?? null },
		shift_days: address.shiftDays,
		pairs_asked: address.days,
		pairs: pairs.length,
		enough,
		different_kinds: otherKinds,
		records_begin: begins.map(({ stored: { queue }, date }) => ({ queue: queue.slug, date })),
		figures: compared.map(({ name, a, b, difference, interval, isClear }) => ({
			figure: figureNames[name],
			chosen: a,
			against: b,
			difference: enough ? difference : null,
			low: interval?.[0] ?? null,
			high: interval?.[1] ?? null,
			clear: isClear
		})),
		days: pairs.map(({ date, otherDate, a, b }) => ({
			date,
			offered: offered(a),
			against_date: otherDate,
			against_offered: offered(b)
		}))
	};
}

/** A page mends what it is asked; a program is told. */
function wrongDays(query: URLSearchParams, today: string): Response | null {
	const [from, to] = [readComparedDate(query, 'from'), readComparedDate(query, 'to')];
	if (query.get('from') && from === null) return refused('from', '`from` must be a date from 1980 to 2199.');
	if (query.get('to') && to === null) return refused('to', '`to` must be a date from 1980 to 2199.');
	if (from !== null && from >= today)
		return refused('from', '`from` must be before today, which is not over.');
	if (from !== null && to !== null && to < from)
		return refused('to', '`to` must not be before `from`: here it is the last day that is included.');
	if (from !== null && dayNumber(to ?? today) - dayNumber(from) >= longestCompared)
		return refused('from', `At most ${longestCompared} days are compared at once.`);
	return null;
}

async function wrongSide(side: string, own: string, allowed: Allowed): Promise<Response | null> {
	if (['', 'before', 'year'].includes(side)) return null;
	if (!slugPattern.test(side) || side === own)
		return refused('with', '`with` must be `before`, `year` or the slug of another queue.');
	const found = await queuesOf(side, allowed);
	return found instanceof Response ? found : null;
}

function refused(field: string, detail: string): Response {
	return problem(400, 'Wrong parameter', detail, { field });
}
