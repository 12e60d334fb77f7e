import { weekdays, type OpenTimes, type Queue } from '#model/queue.ts';
import { formatDay, weekdayName } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { publicTexts } from '#texts/public.ts';
import { calendarFor, type Place } from '#time/calendar.ts';
import { openRanges } from '#time/serviceHours.ts';
import { addDays, wallTime } from '#time/zone.ts';

export interface OpeningRow {
	name: string;
	times: string;
}

/** The ordinary week, days with the same hours together, and public holidays. */
export function openingTimes({ hours }: Queue, lang: Lang): OpeningRow[] {
	const texts = publicTexts(lang);
	const groups: { from: number; to: number; times: string }[] = [];
	weekdays.forEach((day, i) => {
		const said = timesText(hours[day], lang);
		const last = groups.at(-1);
		if (last?.times === said) last.to = i + 1;
		else groups.push({ from: i + 1, to: i + 1, times: said });
	});
	const rows = groups.map(({ from, to, times }) => ({ name: daysText(from, to, lang), times }));
	return [...rows, { name: texts.guide.holidays, times: timesText(hours.holiday, lang) }];
}

/** The holidays and make-up workdays of the next four weeks, each with its hours. */
export function specialDays(queue: Queue & Place, lang: Lang, now: number): OpeningRow[] {
	const today = wallTime(queue.zone, now).date;
	const calendar = calendarFor(queue);
	const dates = Array.from({ length: 28 }, (_, i) => addDays(today, i));
	return dates.flatMap((date) => {
		const day = calendar(date);
		if (day.kind !== 'holiday' && day.kind !== 'make_up_workday') return [];
		const kind = day.kind === 'holiday' ? null : publicTexts(lang).dayKinds.make_up_workday;
		const what = kind ?? day.name?.[lang] ?? publicTexts(lang).dayKinds.holiday;
		const times = openRanges(queue.hours, day).map(([from, to]): [string, string] => [
			clock(from),
			clock(to)
		]);
		return [{ name: `${formatDay(date, lang)} · ${what}`, times: timesText(times, lang) }];
	});
}

function timesText(times: OpenTimes, lang: Lang): string {
	const texts = publicTexts(lang);
	if (times.length === 0) return texts.closed;
	if (times.some(([start, end]) => start === '00:00' && end === '24:00')) return texts.guide.allDay;
	return texts.list(times.map(([start, end]) => `${start}–${end}`));
}

function daysText(from: number, to: number, lang: Lang): string {
	const first = weekdayName(from, lang, 'short');
	if (from === to) return first;
	const last = weekdayName(to, lang, 'short');
	return lang === 'zh' ? `${first}至${last}` : `${first}–${last}`;
}

/** Minutes of a day as a clock shows them; a night's end beyond 24:00 as the next morning's time. */
function clock(minutes: number): string {
	const shown = minutes > 1440 ? minutes - 1440 : minutes;
	return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}
