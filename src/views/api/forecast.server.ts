import type { RequestEvent } from '@sveltejs/kit';
import {
	mostForecastDays,
	type DayReasons,
	type ExpectedCalls,
	type ForecastDate,
	type ForecastHour,
	type ForecastMethod
} from '#model/forecast.ts';
import { readForecastDates } from '#records/forecasts.server.ts';
import { readCalendar } from '#records/specialDays.server.ts';
import type { Lang } from '#texts/lang.ts';
import type { Calendar } from '#time/calendar.ts';
import { nextStart } from '#time/intervals.ts';
import { addDays, dayStart, formatInstant, wallTime } from '#time/zone.ts';
import { product } from '#work/product.server.ts';
import { dayWords, hourWords, reasonsOf, type Reason } from '../forecastWords.ts';
import { authorize } from './authorize.server.ts';
import { problem } from './problem.ts';
import { queuesOf } from './queuesOf.server.ts';

/** What `GET …/forecast` answers. */
export interface ForecastAnswer {
	queue: string;
	zone: string;
	grain: 'hour' | 'day';
	made_at: string | null;
	rows: ForecastRow[];
}

export interface ForecastRow {
	start: string;
	end: string;
	offered: Record<'p025' | 'p10' | 'p25' | 'p50' | 'p75' | 'p90' | 'p975', number>;
	wait_p50_seconds: number | null;
	agents: number | null;
	reason: string;
	level: number;
	/** Of an hour: its part of the day. */
	share: number;
	factors: Reason[];
	method: ForecastMethod;
}

/** `GET /api/v1/queues/{queue}/forecast`: the calls to expect, from today on. */
export async function getForecast(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const queues = await queuesOf(event.params.queue ?? '', allowed);
	if (queues instanceof Response) return queues;
	const [stored, ...others] = queues;
	if (others.length > 0) return wrong('queue', 'A forecast is of one queue: quantiles do not add up.');
	const query = event.url.searchParams;
	const daysText = query.get('days') ?? '14';
	const days = /^\d{1,2}$/.test(daysText) ? Number(daysText) : 0;
	if (days < 1 || days > mostForecastDays)
		return wrong('days', `days must be a whole number from 1 to ${mostForecastDays}.`);
	const grain = query.get('grain') ?? 'hour';
	if (grain !== 'hour' && grain !== 'day') return wrong('grain', 'grain must be hour or day.');
	const { database } = product();
	const { zone } = stored.queue;
	const today = wallTime(zone, event.locals.now).date;
	const [dates, calendar] = await Promise.all([
		readForecastDates(database, stored.id, today, addDays(today, days - 1)),
		readCalendar(database, stored)
	]);
	const reader = { zone, calendar, lang: event.locals.lang };
	const madeAt = dates[0]?.madeAt;
	const answer: ForecastAnswer = {
		queue: stored.queue.slug,
		zone,
		grain,
		made_at: madeAt === undefined ? null : formatInstant(zone, madeAt),
		rows: dates.flatMap((date) =>
			grain === 'day' ? [dayRow(date, reader)] : date.hours.map((hour) => hourRow(hour, date.date, reader))
		)
	};
	return Response.json(answer);
}

interface Reader {
	zone: string;
	calendar: Calendar;
	lang: Lang;
}

function hourRow(hour: ForecastHour, date: string, { zone, calendar, lang }: Reader): ForecastRow {
	const { startAt, offered, waitP50Seconds, agents, reasons } = hour;
	return {
		start: formatInstant(zone, startAt),
		end: formatInstant(zone, nextStart(zone, startAt, 'hour')),
		offered: quantiles(offered),
		wait_p50_seconds: waitP50Seconds,
		agents,
		reason: hourWords(reasons, date, calendar(date), lang),
		share: reasons.share,
		...factorsOf(reasons, date, { calendar, lang })
	};
}

/** Of a day, the wait is the mean of its hours' by calls, and the agents are those of the hour that needs most. */
function dayRow(
	{ date, offered, reasons, hours }: ForecastDate,
	{ zone, calendar, lang }: Reader
): ForecastRow {
	let [waited, callers] = [0, 0];
	let agents: number | null = null;
	for (const hour of hours) {
		if (hour.agents !== null) agents = Math.max(agents ?? 0, hour.agents);
		if (hour.waitP50Seconds === null) continue;
		waited += hour.waitP50Seconds * hour.offered.p50;
		callers += hour.offered.p50;
	}
	return {
		start: formatInstant(zone, dayStart(zone, date)),
		end: formatInstant(zone, dayStart(zone, addDays(date, 1))),
		offered: quantiles(offered),
		wait_p50_seconds: callers > 0 ? Math.round(waited / callers) : null,
		agents,
		reason: dayWords(reasons, date, calendar(date), lang),
		share: 1,
		...factorsOf(reasons, date, { calendar, lang })
	};
}

function factorsOf(reasons: DayReasons, date: string, { calendar, lang }: Omit<Reader, 'zone'>) {
	return {
		level: reasons.level,
		factors: reasonsOf(reasons, date, calendar(date), lang),
		method: reasons.method
	};
}

function quantiles({ p10, p50, p90, interval50, interval95 }: ExpectedCalls): ForecastRow['offered'] {
	const round = (value: number) => Math.round(value * 100) / 100;
	return {
		p025: round(interval95[0]),
		p10: round(p10),
		p25: round(interval50[0]),
		p50: round(p50),
		p75: round(interval50[1]),
		p90: round(p90),
		p975: round(interval95[1])
	};
}

function wrong(field: string, detail: string): Response {
	return problem(400, 'Wrong parameter', detail, { field });
}
