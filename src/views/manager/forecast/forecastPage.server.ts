import { accuracyOf } from '#analysis/forecast/accuracy.ts';
import { forecastCalendar } from '#analysis/forecast/countryCalendar.ts';
import { hourSeries } from '#analysis/forecast/hourSeries.ts';
import { mostForecastDays, type ForecastDate } from '#model/forecast.ts';
import type { Database } from '#records/database.server.ts';
import { readForecastDates } from '#records/forecasts.server.ts';
import { readKept } from '#records/keptForecasts.server.ts';
import { findQueue, type StoredQueue } from '#records/queues.server.ts';
import { readCalendar } from '#records/specialDays.server.ts';
import { readHours } from '#rollups/hours.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import { offered } from '#rollups/tally.ts';
import { formatTime } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import type { Calendar } from '#time/calendar.ts';
import { dayNumber } from '#time/dates.ts';
import { intervals } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { chartMarks } from '../annotations/chartMarks.server.ts';
import { accuracyView } from './accuracyView.ts';
import { forecastFinding } from './forecastFinding.ts';
import { daysView, hoursView } from './forecastView.ts';

export const daySpans = [14, 28];
/** Before that the accuracy of the naive methods would need weeks that are not looked at. */
export const accuracyWeeks = 8;

/** Everything on the forecast page of a queue; null where there is no such queue. `query`: `days`, `day`. */
export async function forecastPage(
	database: Database,
	slug: string,
	{ query, now, lang }: { query: URLSearchParams; now: number; lang: Lang }
) {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const { queue } = stored;
	const { zone } = queue;
	const today = wallTime(zone, now).date;
	const [dates, calendar] = await Promise.all([
		readForecastDates(database, stored.id, today, addDays(today, mostForecastDays)),
		readCalendar(database, stored)
	]);
	const span = daySpans.find((days) => String(days) === query.get('days')) ?? daySpans[0] ?? mostForecastDays;
	const head = { slug, name: queue.name[lang], zoneLabel: zoneLabel(zone, lang, now), span };
	const day = chosenDay(dates, query.get('day'));
	if (!day || dates.length < 2) return { ...head, forecast: null };
	const reader = { zone, calendar, lang };
	const came = day.date === today ? await cameToday(database, stored, today, now) : new Map();
	const shown = dates.slice(0, span);
	const days = daysView(shown, day.date, reader);
	const { intervals: inDay, ...hours } = hoursView(day, came, reader);
	const accuracy = await accuracyRows(database, stored, { today, calendar, now });
	return {
		...head,
		forecast: {
			finding: forecastFinding(dates, reader),
			madeAt: formatTime(day.madeAt, lang, zone),
			days: { ...days, marks: await chartMarks(database, stored, wholeDays(zone, shown), lang) },
			date: day.date,
			hours: { ...hours, marks: await chartMarks(database, stored, inDay, lang) },
			accuracy: accuracyView(accuracy, dates, lang)
		}
	};
}

/** The one that is asked for; else today, as long as something is still to come, then tomorrow. */
function chosenDay(dates: readonly ForecastDate[], asked: string | null): ForecastDate | undefined {
	const [today, tomorrow] = dates;
	const isOver = today && today.offered.p50 - (today.soFar?.calls ?? 0) < 1;
	return dates.find(({ date }) => date === asked) ?? (isOver ? tomorrow : today);
}

function wholeDays(zone: string, dates: readonly ForecastDate[]) {
	return dates.map(({ date }) => ({
		startAt: dayStart(zone, date),
		endAt: dayStart(zone, addDays(date, 1))
	}));
}

async function cameToday(
	database: Database,
	stored: StoredQueue,
	today: string,
	now: number
): Promise<Map<number, { calls: number; partial: boolean }>> {
	const { zone } = stored.queue;
	const hours = intervals(zone, dayStart(zone, today), dayStart(zone, addDays(today, 1)), 'hour');
	const begun = hours.filter(({ startAt }) => startAt <= now);
	const tallies = begun.length > 0 ? await readTallies(database, [stored], begun) : [];
	return new Map(
		begun.map(({ startAt, endAt }, i) => {
			const tally = tallies[i];
			return [startAt, { calls: tally ? offered(tally) : 0, partial: endAt > now }];
		})
	);
}

async function accuracyRows(
	database: Database,
	stored: StoredQueue,
	{ today, calendar, now }: { today: string; calendar: Calendar; now: number }
) {
	const { zone, country } = stored.queue;
	const day = dayNumber(today);
	// Eight more weeks, so that what a usual week brings is known and a silence can be told.
	const fromAt = dayStart(zone, addDays(today, -2 * 7 * accuracyWeeks));
	const [kept, counts] = await Promise.all([
		readKept(database, stored.id, day - 7 * accuracyWeeks, day),
		readHours(database, stored, fromAt, now)
	]);
	const series = hourSeries(counts, { calendar: forecastCalendar(country, calendar), untilHour: day * 24 });
	return series ? accuracyOf(kept, series) : [];
}
