import type { RequestEvent } from '@sveltejs/kit';
import type { Interval80 } from '#analysis/specialDays/interval80.ts';
import type { KindChange, KindLoadFactor } from '#analysis/specialDays/kindLoads.ts';
import type { DayLoadFactor } from '#analysis/specialDays/specialDayLoads.ts';
import type { Bilingual } from '#model/queue.ts';
import { kindName } from '#texts/specialDays.ts';
import { wallTime } from '#time/zone.ts';
import { product } from '#work/product.server.ts';
import { specialDayYear } from '../specialDayYear.server.ts';
import { authorize } from './authorize.server.ts';
import { problem } from './problem.ts';
import { queuesOf } from './queuesOf.server.ts';

/** `GET /api/v1/queues/{queue}/special-days`: a year's special days, counted and to come, and what each kind brings. */
export async function getSpecialDays(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const queues = await queuesOf(event.params.queue ?? '', allowed);
	if (queues instanceof Response) return queues;
	const { zone } = queues[0].queue;
	const { now } = event.locals;
	const year = event.url.searchParams.get('year') ?? wallTime(zone, now).date.slice(0, 4);
	if (!/^(19[7-9]\d|20\d\d)$/.test(year))
		return problem(400, 'Wrong parameter', 'year must be from 1970 to 2099.', { field: 'year' });
	const found = await specialDayYear(product().database, queues, { year, now });
	return Response.json({
		queue: event.params.queue,
		zone,
		year: Number(year),
		published: found.days.some(({ published }) => published),
		day_variation: rounded(found.dayVariation),
		days: found.days.filter(({ kind }) => kind !== null).map(dayJson),
		kinds: found.kinds.map(kindJson)
	});
}

function dayJson(day: DayLoadFactor) {
	return {
		date: day.date,
		name: day.name ?? named(day.kind ?? '', day.kindNames.get(day.kind ?? '')),
		kind: day.kind,
		kinds: day.kinds,
		open: day.open,
		offered: day.offered,
		expected: rounded(day.expected, 1),
		load_factor: rounded(day.factor?.value),
		low: rounded(day.factor?.low),
		high: rounded(day.factor?.high),
		seen: day.seen,
		verified: day.verified,
		wait_p50_seconds: rounded(day.waitP50Seconds, 1),
		expected_wait_p50_seconds: rounded(day.expectedWaitP50Seconds, 1),
		abandonment_rate: rounded(day.abandonmentRate),
		expected_abandonment_rate: rounded(day.expectedAbandonmentRate)
	};
}

function kindJson({ kind, name, days, factor, reported, wait, abandonment }: KindLoadFactor) {
	return {
		kind,
		name: named(kind, name),
		days,
		load_factor: rounded(factor.value),
		low: rounded(factor.low),
		high: rounded(factor.high),
		reported,
		wait_p50_seconds: changeJson(wait, 1),
		abandonment_rate: changeJson(abandonment, 4)
	};
}

function changeJson(change: KindChange | null, digits: number) {
	if (!change) return null;
	const { ordinary, reported } = change;
	const of = (end: keyof Interval80) => rounded(change[end], digits);
	return {
		ordinary: rounded(ordinary, digits),
		value: of('value'),
		low: of('low'),
		high: of('high'),
		reported
	};
}

function named(kind: string, own: Bilingual | null | undefined): Bilingual {
	return { en: kindName(kind, own, 'en'), zh: kindName(kind, own, 'zh') };
}

function rounded(value: number | null | undefined, digits = 4): number | null {
	return value === null || value === undefined ? null : Number(value.toFixed(digits));
}
