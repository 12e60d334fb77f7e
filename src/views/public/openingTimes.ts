import { weekdays, type OpenTimes, type Queue } from '#model/queue.ts';
import { formatDay, weekdayName } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { publicTexts } from '#texts/public.ts';
import { calendarFor, type CalendarDay, type Place } from '#time/calendar.ts';
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

/** The holidays and make-up workdays of the next eight weeks with their hours, those that belong together in one row. */
export function specialDays(queue: Queue & Place, lang: Lang, now: number): OpeningRow[] {
	const today = wallTime(queue.zone, now).date;
	const calendar = calendarFor(queue);
	const runs: { first: string; last: string; what: string; times: string }[] = [];
	for (const date of Array.from({ length: 56 }, (_, i) => addDays(today, i))) {
		const day = calendar(date);
		if (day.kind !== 'holiday' && day.kind !== 'make_up_workday') continue;
		const what = whatOf(day, lang);
		const ranges = openRanges(queue.hours, day);
		const times = timesText(
			ranges.map(([from, to]) => [clock(from), clock(to)]),
			lang
		);
		const before = runs.at(-1);
		if (before && addDays(before.last, 1) === date && before.what === what && before.times === times)
			before.last = date;
		else runs.push({ first: date, last: date, what, times });
	}
	return runs.map(({ first, last, what, times }) => ({
		name: `${datesText(first, last, lang)} · ${what}`,
		times
	}));
}

function whatOf({ kind, name }: CalendarDay, lang: Lang): string {
	const { dayKinds } = publicTexts(lang);
	return kind === 'make_up_workday' ? dayKinds.make_up_workday : (name?.[lang] ?? dayKinds.holiday);
}

function datesText(first: string, last: string, lang: Lang): string {
	if (first === last) return formatDay(first, lang);
	return `${formatDay(first, lang)}${lang === 'zh' ? '至' : ' – '}${formatDay(last, lang)}`;
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
