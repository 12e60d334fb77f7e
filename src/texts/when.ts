import { addDays, wallTime, weekdayOf } from '#time/zone.ts';
import { formatTime } from './format.ts';
import { formatDay, weekdayName } from './formatDay.ts';
import { formatTimeRange } from './formatRange.ts';
import type { Lang } from './lang.ts';
import { publicTexts } from './public.ts';

/** How a reader of one language is told times of a line, seen from one instant. */
export interface Reader {
	lang: Lang;
	zone: string;
	now: number;
}

/** `14:00`, of today; `tomorrow 14:00`, `Wednesday 14:00`; with the date from the seventh day on. */
export function whenStarts(reader: Reader, at: number): string {
	const time = formatTime(at, reader.lang, reader.zone);
	const { date } = wallTime(reader.zone, at);
	const today = wallTime(reader.zone, reader.now).date;
	return date === today ? time : `${dayWord(reader, at)} ${time}`;
}

/** `today 14:00–16:00`, `Wednesday 22:00–24:00`. */
export function whenBetween(reader: Reader, startAt: number, endAt: number): string {
	return `${dayWord(reader, startAt)} ${formatTimeRange(reader.zone, startAt, endAt)}`;
}

/** `today`, `tomorrow`, the weekday within the week, else the date. */
export function dayWord({ lang, zone, now }: Reader, at: number): string {
	const { today, tomorrow } = publicTexts(lang);
	const { date } = wallTime(zone, at);
	const first = wallTime(zone, now).date;
	if (date === first) return today;
	if (date === addDays(first, 1)) return tomorrow;
	const near = date > first && date < addDays(first, 7);
	return near ? weekdayName(weekdayOf(date), lang, lang === 'zh' ? 'short' : 'long') : formatDay(date, lang);
}
