import type { ForecastDate } from '#model/forecast.ts';
import { formatNumber, formatPercent } from '#texts/format.ts';
import { formatDay, weekdayName } from '#texts/formatDay.ts';
import { formatHourRange } from '#texts/formatRange.ts';
import { forecastTexts } from '#texts/forecast.ts';
import type { Lang } from '#texts/lang.ts';
import type { Calendar } from '#time/calendar.ts';
import { weekdayOf, wallTime } from '#time/zone.ts';
import { reasonsOf } from '../../forecastWords.ts';

const looksAheadDays = 14;
/** Less than a tenth is a day like others. */
const unusualBy = Math.log(1.1);

/**
 * What a manager should know first: tomorrow, and the day of the next two weeks that is least like the same
 * weekday of the other weeks. `dates` from today on.
 */
export function forecastFinding(
	dates: readonly ForecastDate[],
	{ zone, calendar, lang }: { zone: string; calendar: Calendar; lang: Lang }
): string {
	const texts = forecastTexts(lang);
	const tomorrow = dates[1];
	const parts: string[] = [];
	if (tomorrow) {
		const { p10, p50, p90 } = tomorrow.offered;
		const whole = (value: number) => formatNumber(value, lang);
		parts.push(
			p50 < 0.5
				? texts.tomorrowNone
				: texts.tomorrow(whole(p50), whole(p10), whole(p90), peakHour(tomorrow, zone))
		);
	}
	const unusual = leastUsual(dates);
	if (unusual) {
		const { date, reasons } = unusual.date;
		const factor = Math.exp(unusual.log);
		const why = reasonsOf(reasons, date, calendar(date), lang)
			.filter(({ kind, factor: own }) => kind !== 'weekday' && own > 1 === factor > 1)
			.slice(0, 2)
			.map(({ name }) => name);
		const percent = formatPercent(Math.abs(factor - 1), lang, 0);
		const name = calendar(date).name?.[lang];
		const words = why.length > 0 ? texts.reasons.join(why) : (name ?? null);
		parts.push(
			texts.unusual(formatDay(date, lang), percent, factor > 1, weekdayName(weekdayOf(date), lang), words)
		);
	}
	return texts.sentence(parts);
}

/** `10:00–11:00`: the hour of the day that most calls are expected in; null where none stands out. */
export function peakHour({ hours }: ForecastDate, zone: string): string | null {
	let top = hours[0];
	for (const hour of hours) if (hour.offered.p50 > (top?.offered.p50 ?? 0)) top = hour;
	if (!top || top.offered.p50 < 0.5) return null;
	const { hour } = wallTime(zone, top.startAt);
	return formatHourRange(hour, hour + 1);
}

function leastUsual(dates: readonly ForecastDate[]): { date: ForecastDate; log: number } | null {
	let least: { date: ForecastDate; log: number } | null = null;
	for (const date of dates.slice(1, looksAheadDays + 1)) {
		const usual = usualCalls(date, dates);
		if (usual < 5) continue;
		const log = Math.log(date.offered.p50 / usual);
		if (Math.abs(log) > unusualBy && Math.abs(log) > Math.abs(least?.log ?? 0)) least = { date, log };
	}
	return least;
}

/**
 * What a day with the level of `date` and its weekday would bring if nothing else moved it: the base that the reasons
 * of its row multiply, so that the two say the same. From the other such weekdays, as the day itself may be like another.
 */
function usualCalls(date: ForecastDate, dates: readonly ForecastDate[]): number {
	const weekday = weekdayOf(date.date);
	const usual = dates
		.filter((other) => other !== date && other.ahead > 0 && weekdayOf(other.date) === weekday)
		.filter(({ reasons }) => reasons.like === weekday && reasons.level > 0)
		.map(
			({ offered, reasons }) => (offered.p50 / besideWeekday(reasons)) * (date.reasons.level / reasons.level)
		)
		.sort((a, b) => a - b);
	return usual[usual.length >> 1] ?? 0;
}

function besideWeekday({ month, year, special }: ForecastDate['reasons']): number {
	return special.reduce((product, { factor }) => product * factor, month * year);
}
