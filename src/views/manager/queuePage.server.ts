import type { Database } from '#records/database.server.ts';
import { readForecastDates } from '#records/forecasts.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { formatTime } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import { wallTime } from '#time/zone.ts';
import { chartMarks } from './annotations/chartMarks.server.ts';
import { keyFigures } from './keyFigures.ts';
import { likeLoads } from './likeLoads.server.ts';
import { peaksView } from './peaksView.server.ts';
import { pinnedAddress, queueAddress } from './queueAddress.ts';
import { quickRanges } from './quickRanges.ts';
import { rangeView } from './rangeView.server.ts';
import { todayFinding } from './todayFinding.ts';
import { todayView } from './todayView.ts';

/** Everything on a queue's page, or null where there is no such queue. `query` is the address' own. */
export async function queuePage(
	database: Database,
	slug: string,
	{ query, now, lang }: { query: URLSearchParams; now: number; lang: Lang }
) {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const queue = await datedQueue(database, stored);
	const { date } = wallTime(queue.zone, now);
	const address = queueAddress(query, date);
	const [[loads], peaks, range, [forecast]] = await Promise.all([
		likeLoads(database, [stored], queue, now),
		peaksView(database, stored, { ...address, now, lang }),
		rangeView(database, stored, { ...address, now, lang }),
		readForecastDates(database, stored.id, date, date)
	]);
	if (!loads) return null;
	const time = formatTime(loads.untilAt, lang, queue.zone);
	const { finding } = todayFinding(
		{
			date,
			time,
			soFar: loads.today.soFar,
			like: loads.like.map((day) => day.soFar),
			country: queue.country,
			calendar: queue.calendar,
			monthEndDays: queue.month_end_days
		},
		lang
	);
	const today = todayView(queue, loads, {
		step: address.step,
		now,
		lang,
		forecast: forecast?.hours ?? []
	});
	return {
		slug,
		name: queue.name[lang],
		isPublic: queue.public.enabled,
		zone: queue.zone,
		level: queue.service_level,
		zoneLabel: zoneLabel(queue.zone, lang, now),
		address,
		pinned: pinnedAddress(address),
		/** The range was too long for the grain that was asked for. */
		coarser: query.has('grain') && query.get('grain') !== address.grain,
		finding,
		today: { ...today, marks: await chartMarks(database, stored, today.intervals, lang) },
		peaks,
		range: { ...range, figures: keyFigures(range.total, queue.service_level, lang) },
		quick: quickRanges(date)
	};
}
