import type { Database } from '#records/database.server.ts';
import { readForecastDates } from '#records/forecasts.server.ts';
import { findQueue, type StoredQueue } from '#records/queues.server.ts';
import { figures, withinThreshold } from '#rollups/loadRow.ts';
import { firstDayAt, readTallies } from '#rollups/read.server.ts';
import { emptyTally, flowedOut, offered, type Tally } from '#rollups/tally.ts';
import { formatDay } from '#texts/formatDay.ts';
import { formatTime } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { reportTexts } from '#texts/report.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import { intervals } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { topicFigures } from '#views/topics/topicFigures.server.ts';
import { topicName } from '#views/topics/topicName.ts';
import { chartMarks } from '../annotations/chartMarks.server.ts';
import { barNames } from '../barNames.ts';
import { trendFinding } from '../trend/trendFinding.ts';
import { reportFigures } from './reportFigures.ts';
import { dayRows, hourSentences, nextRows, topicRows } from './reportRows.ts';
import { reportWeek } from './reportWeek.ts';

/** A week with so many before it is compared with them. */
const weeksBefore = 12;

/** The report of a queue's week; null where there is no such queue. `query`: `week`, any of its days. */
export async function reportPage(
	database: Database,
	slug: string,
	{ query, now, lang }: { query: URLSearchParams; now: number; lang: Lang }
) {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const { zone, name } = stored.queue;
	const today = wallTime(zone, now).date;
	const monday = reportWeek(query, today);
	const sunday = addDays(monday, 6);
	const texts = reportTexts(lang);
	const day = (date: string) => formatDay(date, lang, { year: true });
	const running = sunday >= today ? texts.running(`${day(today)} ${formatTime(now, lang, zone)}`) : null;
	return {
		slug,
		name: name[lang],
		monday,
		pinned: { week: monday },
		/** In short, for a mail's subject. */
		dates: `${formatDay(monday, lang)} – ${formatDay(sunday, lang, { year: true })}`,
		week: texts.week(day(monday), day(sunday), zoneLabel(zone, lang, now)),
		before: addDays(monday, -7),
		after: sunday >= today ? null : addDays(monday, 7),
		running,
		made: texts.footer(`${day(today)} ${formatTime(now, lang, zone)}`),
		...(await readWeek(database, stored, { monday, now, lang }))
	};
}

async function readWeek(
	database: Database,
	stored: StoredQueue,
	{ monday, now, lang }: { monday: string; now: number; lang: Lang }
) {
	const { queue } = stored;
	const { zone, service_level } = queue;
	const [startAt, endAt] = [dayStart(zone, monday), dayStart(zone, addDays(monday, 7))];
	const weeks = intervals(zone, dayStart(zone, addDays(monday, -7 * weeksBefore)), endAt, 'week');
	const days = intervals(zone, startAt, endAt, 'day');
	const hours = intervals(zone, startAt, endAt, 'hour');
	const [ofWeeks, ofDays, ofHours, { topics }, marks, next, firstAt] = await Promise.all([
		readTallies(database, [stored], weeks),
		readTallies(database, [stored], days),
		readTallies(database, [stored], hours),
		topicFigures(database, stored, { startAt, endAt }),
		chartMarks(database, stored, days, lang),
		readForecastDates(database, stored.id, addDays(monday, 7), addDays(monday, 13)),
		firstDayAt(database, [stored])
	]);
	const row = (tally: Tally | undefined = emptyTally()) =>
		figures(tally, withinThreshold(tally, service_level), service_level);
	const [week, before] = [ofWeeks.at(-1) ?? emptyTally(), ofWeeks.at(-2)];
	if (offered(week) === 0) return { lead: reportTexts(lang).none, report: null };
	const names = barNames(zone, days, 'day', lang);
	const weekNames = barNames(zone, weeks, 'week', lang);
	// A week that had begun before the first call is no measure for others.
	const counts = ofWeeks.flatMap((tally, i) =>
		firstAt !== null && (weeks[i]?.startAt ?? 0) >= firstAt
			? [{ label: weekNames[i]?.label ?? '', offered: offered(tally) }]
			: []
	);
	const whole = endAt <= now ? counts : [];
	return {
		lead:
			whole.length > 0
				? trendFinding(whole, 'week', lang)
				: trendFinding([{ label: weekNames.at(-1)?.label ?? '', offered: offered(week) }], 'week', lang),
		report: {
			figures: reportFigures(row(week), row(before), lang),
			bars: ofDays.map((tally, i) => ({
				label: names[i]?.label ?? '',
				tick: names[i]?.tick ?? null,
				answered: tally.answered,
				abandoned: tally.abandoned,
				flowedOut: flowedOut(tally),
				other: offered(tally) - tally.answered - tally.abandoned - flowedOut(tally),
				closed: false
			})),
			marks,
			days: dayRows(
				ofDays.map((tally, i) => ({ name: names[i]?.label ?? '', ...row(tally) })),
				lang
			),
			hours: hourSentences(
				barNames(zone, hours, 'hour', lang).map(({ label }, i) => ({ name: label, ...row(ofHours[i]) })),
				lang
			),
			topics: topicRows(
				topics.map((one) => ({
					...one,
					name: one.topic === null ? null : topicName(queue, one.topic, lang)
				})),
				offered(week),
				lang
			),
			next: nextRows(next, lang)
		}
	};
}
