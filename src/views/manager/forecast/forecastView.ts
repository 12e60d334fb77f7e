import type { ForecastDate } from '#model/forecast.ts';
import type { ForecastBand } from '#charts/forecastBands.ts';
import { formatHour, formatNumber, formatSeconds, formatTime } from '#texts/format.ts';
import { formatDay, weekdayName } from '#texts/formatDay.ts';
import { formatTimeRange } from '#texts/formatRange.ts';
import { forecastTexts } from '#texts/forecast.ts';
import type { Lang } from '#texts/lang.ts';
import type { Calendar } from '#time/calendar.ts';
import { nextStart } from '#time/intervals.ts';
import { wallTime, weekdayOf } from '#time/zone.ts';
import { dayWords, hourWords } from '../../forecastWords.ts';
import { peakHour } from './forecastFinding.ts';

interface Reader {
	zone: string;
	calendar: Calendar;
	lang: Lang;
}

/** The next days as bands, with what is said of each. */
export function daysView(dates: readonly ForecastDate[], chosen: string, { calendar, lang }: Reader) {
	const texts = forecastTexts(lang).days;
	const whole = (value: number) => formatNumber(value, lang);
	const total = dates.reduce((sum, { offered }) => sum + offered.p50, 0);
	const top = dates.reduce((most, date) => (date.offered.p50 > most.offered.p50 ? date : most));
	const [first, last] = [dates[0] ?? top, dates.at(-1) ?? top];
	return {
		finding: texts.finding(
			whole(total),
			formatDay(first.date, lang),
			formatDay(last.date, lang),
			formatDay(top.date, lang),
			whole(top.offered.p50)
		),
		bands: dates.map(({ date, offered, soFar }): ForecastBand => ({
			label: formatDay(date, lang),
			tick: dayTick(date, dates.length, lang),
			...bandOf(offered),
			came: soFar?.calls ?? null,
			partial: soFar !== null,
			chosen: date === chosen
		})),
		rows: dates.map(({ date, offered, reasons }) => ({
			date,
			label: formatDay(date, lang),
			isChosen: date === chosen,
			calls: whole(offered.p50),
			range: `${whole(offered.p10)}–${whole(offered.p90)}`,
			why: dayWords(reasons, date, calendar(date), lang)
		}))
	};
}

export type DaysView = ReturnType<typeof daysView>;

/** The hours of one day; `came`: calls by start of the hour (ms), as far as hours have begun. */
export function hoursView(
	day: ForecastDate,
	came: ReadonlyMap<number, { calls: number; partial: boolean }>,
	{ zone, calendar, lang }: Reader
) {
	const texts = forecastTexts(lang).hours;
	const whole = (value: number) => formatNumber(value, lang);
	const { offered, soFar } = day;
	const finding =
		offered.p50 < 0.5
			? texts.findingNone
			: soFar === null
				? texts.finding(whole(offered.p50), whole(offered.p10), whole(offered.p90), peakHour(day, zone))
				: texts.findingToday(
						whole(soFar.calls),
						formatTime(soFar.untilAt, lang, zone),
						whole(offered.p50 - soFar.calls),
						whole(offered.p10),
						whole(offered.p90)
					);
	const used = day.hours.filter(
		({ startAt, offered }) => offered.interval95[1] >= 0.5 || (came.get(startAt)?.calls ?? 0) > 0
	);
	const [from, to] = [used[0]?.startAt ?? 0, used.at(-1)?.startAt ?? Infinity];
	const hours = day.hours.filter(({ startAt }) => from <= startAt && startAt <= to);
	const label = (startAt: number) => formatTimeRange(zone, startAt, nextStart(zone, startAt, 'hour'));
	return {
		finding,
		intervals: hours.map(({ startAt }) => ({ startAt, endAt: nextStart(zone, startAt, 'hour') })),
		why: dayWords(day.reasons, day.date, calendar(day.date), lang),
		bands: hours.map(({ startAt, offered }): ForecastBand => ({
			label: label(startAt),
			tick: formatHour(wallTime(zone, startAt).hour),
			...bandOf(offered),
			came: came.get(startAt)?.calls ?? null,
			partial: came.get(startAt)?.partial ?? false
		})),
		waits: hours.map(({ waitP50Seconds }) => formatSeconds(waitP50Seconds, lang)),
		agents: hours.map(({ agents }) => formatNumber(agents, lang)),
		reasons: hours.map(({ reasons }) => hourWords(reasons, day.date, calendar(day.date), lang))
	};
}

export type HoursView = Omit<ReturnType<typeof hoursView>, 'intervals'>;

function bandOf({ p10, p50, p90, interval50, interval95 }: ForecastDate['offered']) {
	return { expected: p50, interval50, interval80: pair(p10, p90), interval95 };
}

/** Two weeks have room for weekdays; four name their Mondays by date. */
function dayTick(date: string, days: number, lang: Lang): string | null {
	if (days <= 14) return weekdayName(weekdayOf(date), lang, 'short');
	return weekdayOf(date) === 1 ? formatDay(date, lang).replace(/^Mon, | 周一$/, '') : null;
}

function pair(low: number, high: number): [low: number, high: number] {
	return [low, high];
}
