import type { DayReasons, ForecastReasons } from '#model/forecast.ts';
import { formatNumber, formatPercent } from '#texts/format.ts';
import { weekdayName } from '#texts/formatDay.ts';
import { forecastTexts, type ForecastTexts } from '#texts/forecast.ts';
import type { Lang } from '#texts/lang.ts';
import type { CalendarDay } from '#time/calendar.ts';
import { monthStart } from '#time/dates.ts';
import { addDays } from '#time/zone.ts';

/** A thing that shaped a day's forecast, with its name for a reader. */
export interface Reason {
	kind: 'weekday' | 'class' | 'holiday' | 'month' | 'year';
	name: string;
	/** What it multiplies the day's calls by. */
	factor: number;
}

/** Less than a hundredth is not worth a word. */
const noticeable = 0.01;
const edgeDays = 5;

/** What moves a day beside its level, the weekday first, then by size; `day` is what the calendar says of the date. */
export function reasonsOf(reasons: DayReasons, date: string, day: CalendarDay, lang: Lang): Reason[] {
	const texts = forecastTexts(lang).reasons;
	const weekday: Reason = { kind: 'weekday', name: likeName(reasons, day, lang), factor: reasons.weekday };
	const others: Reason[] = [
		...reasons.special
			.filter(({ name }) => !isOfMonth(name))
			.map(({ kind, name, factor }): Reason => ({
				kind: kind === 'name' ? 'holiday' : 'class',
				name: kind === 'name' ? (day.name?.[lang] ?? name) : className(name, day, texts, lang),
				factor
			})),
		monthReason(reasons, date, texts),
		{ kind: 'year', name: texts.year, factor: reasons.year }
	];
	return [weekday, ...others.sort((a, b) => size(b) - size(a))].filter(
		(reason) => size(reason) >= noticeable
	);
}

/** The reasons of a day in one line, with the level that they multiply. */
export function dayWords(reasons: DayReasons, date: string, day: CalendarDay, lang: Lang): string {
	const all = forecastTexts(lang);
	const texts = all.reasons;
	return texts.join([
		...(reasons.method === 'offpeak' ? [] : [texts.method(all.methods[reasons.method])]),
		...reasonsOf(reasons, date, day, lang).map((reason) => reasonWords(reason, lang)),
		texts.level(formatNumber(reasons.level, lang, reasons.level < 10 ? 1 : 0))
	]);
}

/** The same of an hour, which is a part of its day. */
export function hourWords(reasons: ForecastReasons, date: string, day: CalendarDay, lang: Lang): string {
	const texts = forecastTexts(lang);
	const share = texts.hours.share(formatPercent(reasons.share, lang));
	return texts.reasons.join([share, dayWords(reasons, date, day, lang)]);
}

/** `Monday +18%`, `public holiday −62%`, from threefold on `×3.1`. */
function reasonWords({ name, factor }: Reason, lang: Lang): string {
	return forecastTexts(lang).reasons.change(name, changeText(factor, lang));
}

export function changeText(factor: number, lang: Lang): string {
	if (factor >= 3) return `×${formatNumber(factor, lang, 1)}`;
	const percent = formatPercent(Math.abs(factor - 1), lang, 0);
	return `${factor < 1 ? '−' : '+'}${percent}`;
}

function size({ factor }: Reason): number {
	return Math.abs(Math.log(factor));
}

/** A holiday has the load of a day of rest; all others that of the weekday they are like. */
function likeName({ like, special }: DayReasons, day: CalendarDay, lang: Lang): string {
	const isOff = day.kind === 'holiday' || special.some(({ name }) => name === 'eve');
	if (like > 7 || (isOff && like !== day.standsFor)) return forecastTexts(lang).reasons.restDay;
	return weekdayName(like, lang);
}

function className(
	name: string,
	day: CalendarDay,
	{ classes }: ForecastTexts['reasons'],
	lang: Lang
): string {
	const own = day.classes?.find(({ kind }) => kind === name)?.name;
	if (own) return own[lang];
	const known: Record<string, string> = classes;
	return known[name] ?? name.replaceAll('_', ' ');
}

const monthClasses = new Set(['first_business_day', 'second_business_day', 'last_business_day']);

function isOfMonth(name: string): boolean {
	return monthClasses.has(name);
}

/**
 * The course of the month and its first and last business days are one thing to a reader: each shares in the other. It
 * has the name of what moves the day, of both where both do.
 */
function monthReason({ month, special }: DayReasons, date: string, texts: ForecastTexts['reasons']): Reason {
	const own = special.filter(({ name }) => isOfMonth(name));
	const ofDays = own.reduce((product, { factor }) => product * factor, 1);
	const classes: Record<string, string> = texts.classes;
	const day = classes[own[0]?.name ?? ''];
	const course = monthName(date, texts);
	const moves = (factor: number) => Math.abs(Math.log(factor)) >= noticeable;
	return {
		kind: 'month',
		name: !day || !moves(ofDays) ? course : moves(month) ? texts.together(course, day) : day,
		factor: month * ofDays
	};
}

function monthName(date: string, texts: ForecastTexts['reasons']): string {
	if (addDays(date, edgeDays) >= monthStart(date, 1)) return texts.monthEnd;
	return addDays(date, -edgeDays) < monthStart(date) ? texts.monthStart : texts.monthMiddle;
}
