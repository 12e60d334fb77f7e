import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { figures, withinThreshold } from '#rollups/loadRow.ts';
import { readTallies } from '#rollups/read.server.ts';
import { formatNumber, formatPercent, formatSeconds } from '#texts/format.ts';
import { formatDay, weekdayName } from '#texts/formatDay.ts';
import { formatHourRange } from '#texts/formatRange.ts';
import type { Lang } from '#texts/lang.ts';
import { peaksTexts } from '#texts/peaks.ts';
import type { Interval } from '#time/intervals.ts';
import { wallTime } from '#time/zone.ts';

/** The days behind one hour of the week. */
export interface CellDays {
	title: string;
	finding: string;
	/** Newest first. */
	days: { date: string; name: string; cells: string[] }[];
}

/** @param hours all hours that count in the week's map */
export async function cellDays(
	database: Database,
	stored: StoredQueue,
	hours: Interval[],
	{ cell, today, lang }: { cell: { weekday: number; hour: number }; today: string; lang: Lang }
): Promise<CellDays> {
	const { zone, service_level: level } = stored.queue;
	const seen = hours.flatMap((interval) => {
		const { weekday, hour, date } = wallTime(zone, interval.startAt);
		return weekday === cell.weekday && hour === cell.hour ? [{ ...interval, date }] : [];
	});
	const tallies = await readTallies(database, [stored], seen);
	const year = seen.some(({ date }) => date.slice(0, 4) !== today.slice(0, 4));
	const days = seen.flatMap(({ date }, i) => {
		const tally = tallies[i];
		if (!tally) return [];
		const row = figures(tally, withinThreshold(tally, level), level);
		return [
			{
				date,
				name: formatDay(date, lang, { year }),
				calls: row.offered,
				cells: [
					formatNumber(row.offered, lang),
					formatPercent(row.service_level, lang, 0),
					formatSeconds(row.wait_p50_seconds, lang),
					formatSeconds(row.wait_p90_seconds, lang),
					formatPercent(row.abandonment_rate, lang, 0)
				]
			}
		];
	});
	return {
		title: peaksTexts(lang).cell.title(
			weekdayName(cell.weekday, lang, 'long'),
			formatHourRange(cell.hour, cell.hour + 1)
		),
		finding: finding(days, lang),
		days: days.map(({ date, name, cells }) => ({ date, name, cells })).reverse()
	};
}

function finding(days: { name: string; calls: number }[], lang: Lang): string {
	const { cell: texts, days: count } = peaksTexts(lang);
	const [first] = days;
	if (!first) return texts.none;
	const number = (value: number, digits = 0) => formatNumber(value, lang, digits);
	if (days.length === 1) return texts.one(number(first.calls), first.name);
	const least = days.reduce((low, day) => (day.calls < low.calls ? day : low));
	const most = days.reduce((high, day) => (day.calls > high.calls ? day : high));
	const mean = days.reduce((sum, day) => sum + day.calls, 0) / days.length;
	return texts.finding(
		count(number(days.length)),
		number(mean, mean > 0 && mean < 9.95 ? 1 : 0),
		number(least.calls),
		least.name,
		number(most.calls),
		most.name
	);
}
