import { band, standing, type Band, type Standing } from '#analysis/band.ts';
import { dayKind } from '#analysis/dayKind.ts';
import { formatNumber, formatPercent } from '#texts/format.ts';
import { weekdayName } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { paragraph } from '#texts/paragraph.ts';
import { todayTexts, type LikeDays } from '#texts/today.ts';
import { calendarFor, isMonthEnd, type Place } from '#time/calendar.ts';

export interface TodayFinding {
	/** Today so far against like days, and what kind of day it is, as sentences. */
	finding: string;
	standing: Standing;
	soFar: number;
	like: Band | null;
}

export interface TodaySoFar extends Place {
	date: string;
	/** `HH:MM` up to which is counted. */
	time: string;
	soFar: number;
	/** Of like days up to the same time. */
	like: number[];
	monthEndDays: number;
}

/** Says whether today is busier than the days that are like it. */
export function todayFinding(today: TodaySoFar, lang: Lang): TodayFinding {
	const { soFar } = today;
	const like = band(today.like);
	const stands = standing(soFar, today.like);
	return {
		finding: paragraph(lang, [comparison(today, like, stands, lang), ...dayNotes(today, lang)]),
		standing: stands,
		soFar,
		like
	};
}

/** What kind of days today is compared with, and how many. */
export function likeDaysOf(today: Place & { date: string }, days: number, lang: Lang): LikeDays {
	const { kind, standsFor } = calendarFor(today)(today.date);
	return { kind, weekday: spoken(standsFor, lang), days };
}

function comparison(today: TodaySoFar, like: Band | null, stands: Standing, lang: Lang): string {
	const texts = todayTexts(lang);
	if (today.time === '00:00') return texts.begun;
	const number = (value: number) => formatNumber(value, lang);
	const count = number(today.soFar);
	if (!like || stands === 'unknown') return texts.unknown(count, today.time);
	if (today.soFar === 0 && like.high === 0) return texts.noneYet(today.time);
	const days = likeDaysOf(today, like.days, lang);
	const away = Math.abs(today.soFar - like.median);
	const percent = like.median > 0 ? formatPercent(away / like.median, lang, 0) : null;
	if (stands === 'above') return texts.above(count, today.time, days, number(like.high), percent);
	if (stands === 'below') return texts.below(count, today.time, days, number(like.low), percent);
	const usual = { usual: texts.usual, rather_above: texts.ratherAbove, rather_below: texts.ratherBelow }[
		stands
	];
	return usual(count, today.time, days, number(like.low), number(like.high));
}

function dayNotes({ country, calendar, date, monthEndDays }: TodaySoFar, lang: Lang): string[] {
	const texts = todayTexts(lang);
	const { kind, weekday, name } = dayKind({ country, calendar, month_end_days: monthEndDays }, date);
	if (kind === 'holiday') return [name ? texts.holiday(name[lang]) : texts.holidayUnnamed];
	const notes = kind === 'make_up_workday' ? [texts.makeUp(spoken(weekday, lang))] : [];
	return isMonthEnd(date, monthEndDays) ? [...notes, texts.monthEnd] : notes;
}

function spoken(weekday: number, lang: Lang): string {
	return weekdayName(weekday, lang, lang === 'zh' ? 'short' : 'long');
}
