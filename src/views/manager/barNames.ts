import type { Grain } from '#model/load.ts';
import { dateFormat } from '#texts/dateFormat.ts';
import { formatDay, formatMonth } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';
import type { Interval } from '#time/intervals.ts';
import { wallTime } from '#time/zone.ts';
import { wallClock } from '#time/wallClock.ts';

export interface BarName {
	/** The interval in full; of an hour that the clock shows twice with its offset from UTC. */
	label: string;
	/** For the axis; null where the axis does not name it. */
	tick: string | null;
}

/**
 * The names of a range's intervals. Within one day the axis names every third hour, else it names days, weeks or months.
 *
 * @param options.today a date; where the range leaves its year, the axis names the year too. Without it, it never does.
 */
export function barNames(
	zone: string,
	intervals: Interval[],
	grain: Grain,
	lang: Lang,
	{ today = null }: { today?: string | null } = {}
): BarName[] {
	const places = intervals.map(({ startAt }) => wallTime(zone, startAt));
	const year = today !== null && places.some(({ date }) => date.slice(0, 4) !== today.slice(0, 4));
	if (grain === 'quarter' || grain === 'hour') return clockNames(intervals, places, lang, year);
	const { weekOf } = managerTexts(lang).range;
	const [first, last] = [intervals[0]?.startAt ?? 0, intervals.at(-1)?.endAt ?? 0];
	const long = last - first > fewMonthsMs;
	return intervals.map(({ startAt }, i) => {
		const { date = '' } = places[i] ?? {};
		if (grain === 'month') return { label: formatMonth(date, lang), tick: shortMonth(startAt, zone, lang) };
		const day = formatDay(date, lang, { year: true });
		return {
			label: grain === 'week' ? weekOf(day) : day,
			tick:
				!year || !long
					? shortDay(startAt, zone, lang, year)
					: monthBegins(places, i)
						? shortMonth(startAt, zone, lang)
						: null
		};
	});
}

/** From here on the axis needs a month and a year, and no day. */
const fewMonthsMs = 180 * 86_400_000;

/** The first interval of each month; one that begins amid the month, at the range's start, is not named for it. */
function monthBegins(places: { date: string }[], i: number): boolean {
	const { date = '' } = places[i] ?? {};
	const before = places[i - 1];
	return before ? before.date.slice(0, 7) !== date.slice(0, 7) : Number(date.slice(8)) <= 7;
}

function clockNames(
	intervals: Interval[],
	places: ReturnType<typeof wallTime>[],
	lang: Lang,
	year: boolean
): BarName[] {
	const days = new Map<string, string>();
	for (const { date } of places) if (!days.has(date)) days.set(date, formatDay(date, lang, { year }));
	const oneDay = days.size <= 1;
	const labels = intervals.map(({ startAt, endAt }, i) => {
		const { date = '', hour = 0, minute = 0 } = places[i] ?? {};
		// By its length, not by the clock at its end, which may just have been set back.
		const from = hour * 60 + minute;
		const range = `${wallClock(from)}–${wallClock(from + (endAt - startAt) / 60_000)}`;
		return oneDay ? range : `${days.get(date)} ${range}`;
	});
	const once = new Set<string>();
	const twice = new Set<string>();
	for (const label of labels) (once.has(label) ? twice : once).add(label);
	return places.map(({ date, hour, minute, offsetMinutes }, i) => {
		const label = labels[i] ?? '';
		const firstOfDay = places[i - 1]?.date !== date;
		const everyThird = hour % 3 === 0 && minute === 0;
		const tick = oneDay
			? everyThird
				? wallClock(hour * 60)
				: null
			: firstOfDay
				? (days.get(date) ?? null)
				: null;
		return { label: twice.has(label) ? `${label} (${offset(offsetMinutes)})` : label, tick };
	});
}

function offset(minutes: number): string {
	return `UTC${minutes < 0 ? '−' : '+'}${wallClock(Math.abs(minutes))}`;
}

function shortDay(at: number, timeZone: string, lang: Lang, year: boolean): string {
	const years = year ? ({ year: 'numeric' } as const) : {};
	return dateFormat(lang, { ...years, month: 'short', day: 'numeric', timeZone }).format(at);
}

function shortMonth(at: number, timeZone: string, lang: Lang): string {
	return dateFormat(lang, { year: 'numeric', month: 'short', timeZone }).format(at);
}
