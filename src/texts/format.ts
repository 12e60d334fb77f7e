import { wallTime } from '#time/zone.ts';
import { dateFormat } from './dateFormat.ts';
import { langTag, type Lang } from './lang.ts';

/**
 * Numbers, shares, durations and days as a reader of one language writes them. The language and, where a wall clock
 * matters, the zone are always arguments. What is not known (null) is a dash. All is as Intl writes it, but what both
 * languages write alike is written without: its tables take a telephone a tenth of a second when they are first read.
 */

export const unknown = '–';

/** `1,234`; `digits` after the point. */
export function formatNumber(value: number | null, lang: Lang, digits = 0): string {
	if (value === null) return unknown;
	return ungrouped(value, 0, digits) ?? numbers(lang, digits, 'decimal').format(value);
}

/** A rate 0..1 as `81.1%`. */
export function formatPercent(rate: number | null, lang: Lang, digits = 1): string {
	if (rate === null) return unknown;
	const shown = ungrouped(rate, 2, digits);
	return shown === null ? numbers(lang, digits, 'percent').format(rate) : `${shown}%`;
}

/** Whole minutes as text: `5 min`, `5 分钟`. */
export function formatMinutes(minutes: number | null, lang: Lang): string {
	if (minutes === null) return unknown;
	return lang === 'zh' ? `${formatNumber(minutes, lang)} 分钟` : `${formatNumber(minutes, lang)} min`;
}

/** Seconds as text: `45 s`, `3 min 20 s`, `1 h 5 min`; in Chinese `45 秒`, `3 分 20 秒`, `1 小时 5 分`. */
export function formatSeconds(seconds: number | null, lang: Lang): string {
	if (seconds === null) return unknown;
	const whole = Math.round(seconds);
	const zh = lang === 'zh';
	if (whole < 60) return zh ? `${whole} 秒` : `${whole} s`;
	const minutes = Math.floor(whole / 60);
	if (minutes < 60) {
		const rest = whole % 60;
		if (rest === 0) return zh ? `${minutes} 分钟` : `${minutes} min`;
		return zh ? `${minutes} 分 ${rest} 秒` : `${minutes} min ${rest} s`;
	}
	const hours = formatNumber(Math.floor(minutes / 60), lang);
	const rest = minutes % 60;
	if (rest === 0) return zh ? `${hours} 小时` : `${hours} h`;
	return zh ? `${hours} 小时 ${rest} 分` : `${hours} h ${rest} min`;
}

/** Seconds in the space of a table's cell: `3:20`, `1:05:00`. */
export function formatClock(seconds: number | null): string {
	if (seconds === null) return unknown;
	const whole = Math.round(seconds);
	const two = (n: number) => String(n).padStart(2, '0');
	const minutes = Math.floor(whole / 60);
	if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
	return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

/** An hour of the day on a 24-hour clock, `09:00`; 24 is the end of the day. */
export function formatHour(hour: number): string {
	return `${String(hour).padStart(2, '0')}:00`;
}

/** The day of an instant by the zone's wall clock: `Mon, Nov 23`, `11月23日周一`; other parts by `options`. */
export function formatDate(at: number, lang: Lang, zone: string, options = dayParts): string {
	return dateFormat(lang, { ...options, timeZone: zone }).format(at);
}

/** `14:05` by the zone's wall clock, in either language. */
export function formatTime(at: number, _lang: Lang, zone: string): string {
	const { hour, minute } = wallTime(zone, at);
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const dayParts: Intl.DateTimeFormatOptions = { weekday: 'short', month: 'short', day: 'numeric' };

/**
 * `value` times ten to the power of `shift`, rounded half up; null for what has a sign or a thousand. Shifted as it is
 * written, as Intl does: 0.285 times 100 would be a little less than 28.5.
 */
function ungrouped(value: number, shift: number, digits: number): string | null {
	const whole = Math.round(Number(`${value}e${shift + digits}`));
	return whole >= 0 && whole < 10 ** (3 + digits) && !Object.is(whole, -0)
		? (whole / 10 ** digits).toFixed(digits)
		: null;
}

const kept = new Map<string, Intl.NumberFormat>();

function numbers(lang: Lang, digits: number, style: 'decimal' | 'percent'): Intl.NumberFormat {
	const key = `${lang} ${digits} ${style}`;
	const known = kept.get(key);
	if (known) return known;
	const made = new Intl.NumberFormat(langTag[lang], {
		style,
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	});
	kept.set(key, made);
	return made;
}
