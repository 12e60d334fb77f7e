import { group } from 'd3';
import { firstCallCommand } from '#access/firstCall.server.ts';
import type { Database } from '#records/database.server.ts';
import { listQueues, type StoredQueue } from '#records/queues.server.ts';
import { readCalendar } from '#records/specialDays.server.ts';
import { loadRow } from '#rollups/loadRow.ts';
import { formatNumber, formatPercent, formatSeconds, formatTime } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import { countryDays, type Calendar } from '#time/calendar.ts';
import { addDays, dayStart } from '#time/zone.ts';
import { serviceLevelMeaning } from './keyFigures.ts';
import { likeLoads, type LikeLoads } from './likeLoads.server.ts';
import { todayFinding, type TodayFinding } from './todayFinding.ts';

export interface QueueToday extends TodayFinding {
	slug: string;
	name: string;
	isPublic: boolean;
	zoneLabel: string;
	/** `HH:MM` up to which is counted. */
	time: string;
	serviceLevel: string;
	serviceLevelMeaning: string;
	medianWait: string;
	abandonment: string;
	waiting: string;
}

/** All queues today, by name; without any, how to send the first call. */
export async function overview(
	database: Database,
	{ origin, now, lang }: { origin: string; now: number; lang: Lang }
): Promise<{ queues: QueueToday[]; firstCall: { curl: string } | null }> {
	const stored = await listQueues(database);
	if (stored.length === 0)
		return { queues: [], firstCall: { curl: await firstCallCommand(database, origin, now) } };
	const calendars = await Promise.all(stored.map((one) => readCalendar(database, one)));
	const all = stored.map((one, i) => ({ ...one, calendar: calendars[i] ?? countryDays(one.queue.country) }));
	// Queues of one zone and calendar are like the same days, and are read together.
	const places = [
		...group(
			all,
			({ queue }) => queue.zone,
			({ calendar }) => calendar
		).values()
	];
	const groups = await Promise.all(
		places.flatMap((byCalendar) =>
			[...byCalendar].map(async ([calendar, queues]) => {
				const zone = queues[0]?.queue.zone;
				const loads = zone ? await likeLoads(database, queues, { zone, calendar }, now) : [];
				return loads.flatMap((load, i) => queueToday(queues[i], load, now, lang) ?? []);
			})
		)
	);
	const byName = new Intl.Collator(lang === 'zh' ? 'zh-CN' : 'en', { numeric: true });
	return { queues: groups.flat().sort((a, b) => byName.compare(a.name, b.name)), firstCall: null };
}

function queueToday(
	stored: (StoredQueue & { calendar: Calendar }) | undefined,
	loads: LikeLoads,
	now: number,
	lang: Lang
): QueueToday | null {
	if (!stored) return null;
	const { queue, calendar } = stored;
	const { zone, country } = queue;
	const time = formatTime(loads.untilAt, lang, zone);
	const like = loads.like.map((day) => day.soFar);
	const soFar = {
		date: loads.date,
		time,
		soFar: loads.today.soFar,
		like,
		country,
		calendar,
		monthEndDays: queue.month_end_days
	};
	const day = { startAt: dayStart(zone, loads.date), endAt: dayStart(zone, addDays(loads.date, 1)) };
	const row = loadRow(loads.tally, queue.service_level, zone, day);
	return {
		...todayFinding(soFar, lang),
		slug: queue.slug,
		name: queue.name[lang],
		isPublic: queue.public.enabled,
		zoneLabel: zoneLabel(zone, lang, now),
		time,
		serviceLevel: formatPercent(row.service_level, lang),
		serviceLevelMeaning: serviceLevelMeaning(queue.service_level, lang),
		medianWait: formatSeconds(row.wait_p50_seconds, lang),
		abandonment: formatPercent(row.abandonment_rate, lang),
		waiting: formatNumber(row.waiting, lang)
	};
}
