import type { RequestEvent } from '@sveltejs/kit';
import { peaks, type PeakWindow } from '#analysis/peaks.ts';
import { keepAnswers } from '#rollups/keepAnswers.server.ts';
import { floorTo } from '#time/intervals.ts';
import { readEnd } from '#time/parseRange.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { describeWindow } from '#views/manager/describeWindow.ts';
import { product } from '#work/product.server.ts';
import { seenHours, seenRules } from '../seenHours.server.ts';
import { authorize } from './authorize.server.ts';
import { problem } from './problem.ts';
import { queuesOf } from './queuesOf.server.ts';

const mostWeeks = 520;

/** `GET /api/v1/queues/{queue}/peaks`: the hours of the week over the last whole weeks, busiest and quietest windows. */
export async function getPeaks(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const queues = await queuesOf(event.params.queue ?? '', allowed);
	if (queues instanceof Response) return queues;
	const query = event.url.searchParams;
	const weeksText = query.get('weeks') ?? '8';
	const weeks = /^\d{1,3}$/.test(weeksText) ? Number(weeksText) : 0;
	if (weeks < 1 || weeks > mostWeeks)
		return wrong('weeks', `weeks must be a whole number from 1 to ${mostWeeks}.`);
	const { zone } = queues[0].queue;
	const untilAt = readUntil(zone, query.get('until'), event.locals.now);
	if (untilAt === null)
		return wrong('until', 'until must be a date, or an instant with its offset, from 1970 to 2100.');
	const lastDay = wallTime(zone, untilAt).date;
	const firstDay = addDays(lastDay, -7 * weeks);
	const fromAt = dayStart(zone, firstDay);
	const { database } = product();
	const { lang } = event.locals;
	const range = { startAt: fromAt, endAt: dayStart(zone, lastDay) };
	const rules = await seenRules(database, queues, range);
	const key = JSON.stringify([event.params.queue, weeks, lastDay, lang, rules]);
	const text = await keptText(database, { key, queues, range }, async () => {
		const found = peaks(await seenHours(database, queues, range.startAt, range.endAt));
		const inWords = (kind: 'busiest' | 'quietest') => (window: PeakWindow) => ({
			...window,
			words: describeWindow(window, kind, lang)
		});
		return JSON.stringify({
			queue: event.params.queue,
			zone,
			from: firstDay,
			until: lastDay,
			cells: found.cells,
			busiest: found.busiest.map(inWords('busiest')),
			quietest: found.quietest.map(inWords('quietest'))
		});
	});
	return new Response(text, { headers: { 'content-type': 'application/json' } });
}

const keptText = keepAnswers<string>(8 * 1024 * 1024, (text) => text.length);

/** The start of the day that is no longer looked at. */
function readUntil(zone: string, text: string | null, now: number): number | null {
	if (text === null || text === '') return floorTo(zone, now, 'day');
	const at = readEnd(zone, text);
	return at === null ? null : floorTo(zone, at, 'day');
}

function wrong(field: string, detail: string): Response {
	return problem(400, 'Wrong parameter', detail, { field });
}
