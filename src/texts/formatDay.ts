import { dayNumber, monthStart } from '#time/dates.ts';
import { dateFormat } from './dateFormat.ts';
import type { Lang } from './lang.ts';

const kept = new Map<string, string>();
/** Ten years of days, in one language and form. */
const mostKept = 3700;

/** A date `YYYY-MM-DD` as `11月23日 周一`, `Mon, Nov 23`; with the year `2026年11月23日 周一`, `Mon, Nov 23, 2026`. */
export function formatDay(date: string, lang: Lang, { year = false } = {}): string {
	const key = `${lang}${year ? '+' : ' '}${date}`;
	const known = kept.get(key);
	if (known !== undefined) return known;
	if (kept.size >= mostKept) kept.clear();
	const made = madeDay(date, lang, year);
	kept.set(key, made);
	return made;
}

function madeDay(date: string, lang: Lang, year: boolean): string {
	const at = instant(date);
	const years = year ? ({ year: 'numeric' } as const) : {};
	if (lang === 'en')
		return dateFormat(lang, { weekday: 'short', month: 'short', day: 'numeric', ...years }).format(at);
	// Intl sets no space between day and weekday in Chinese.
	const day = dateFormat(lang, { month: 'long', day: 'numeric', ...years }).format(at);
	return `${day} ${dateFormat(lang, { weekday: 'short' }).format(at)}`;
}

/** The month of a date: `2026年11月`, `November 2026`. */
export function formatMonth(date: string, lang: Lang): string {
	return dateFormat(lang, { year: 'numeric', month: 'long' }).format(instant(monthStart(date)));
}

/** The name of a weekday, 1 (Monday) to 7: long `星期一`, `Monday`; short `周一`, `Mon`; narrow `一`, `M`. */
export function weekdayName(
	weekday: number,
	lang: Lang,
	width: 'long' | 'short' | 'narrow' = 'long'
): string {
	// 1970-01-05 was a Monday.
	return dateFormat(lang, { weekday: width }).format((3 + weekday) * 86_400_000);
}

function instant(date: string): number {
	return dayNumber(date) * 86_400_000;
}
