import { parseInstant } from '#model/instant.ts';

/** How dates with slashes or dashes and the year last are read; `ymd` matters only where the year has two digits. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/**
 * What a cell says about time: an instant; a wall time, a date or a time of day, each as milliseconds written as if it
 * were UTC; or a date that could be two days.
 */
export type CellTime =
	| { at: number }
	| { local: number; toTheMinute: boolean }
	| { date: number }
	| { clock: number; toTheMinute: boolean }
	| { ambiguous: true };

const dayMs = 86_400_000;
/** Excel's day 0 is 1899-12-30, as it counts from 1 and has a 29 February 1900. */
const excelDays = 25_569;
const longest = 60;

/**
 * Reads a time as people and spreadsheets write it: RFC 3339, `02.03.2026 09:15`, `2026/3/2 9:15`, `3/2/26 9:15 PM`,
 * `2026年3月2日 下午3:15`, `2 Mar 2026`, Excel's serial numbers, seconds or milliseconds since 1970. Null where it is none.
 */
export function readCellTime(cell: string, order: DateOrder | null): CellTime | null {
	if (cell.length > longest) return null;
	const text = cell
		.normalize('NFKC')
		.replace(/(星期|周|礼拜)[一二三四五六日天]/, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	const instant = parseInstant(text);
	if (instant !== null) return { at: instant };
	if (/^\d+([.,]\d+)?$/.test(text)) return ofNumber(text);
	const split = splitDate(text, order);
	if (split === null) {
		const clock = readClock(text);
		return clock === null || clock.offsetMs !== null
			? null
			: { clock: clock.ms, toTheMinute: clock.toTheMinute };
	}
	if (split.rest === '') return 'ambiguous' in split ? { ambiguous: true } : { date: split.date };
	const clock = readClock(split.rest);
	if (clock === null) return null;
	if ('ambiguous' in split) return { ambiguous: true };
	const local = split.date + clock.ms;
	if (clock.offsetMs !== null) return { at: local - clock.offsetMs };
	return { local, toTheMinute: clock.toTheMinute };
}

/**
 * In which order day and month stand, as far as these cells tell; `either` where all of them fit both ways, and null
 * where there is no such date.
 */
export function dateOrderOf(cells: Iterable<string>): 'dmy' | 'mdy' | 'either' | null {
	let found: 'either' | null = null;
	for (const cell of cells) {
		const [, a = 0, b = 0] = (yearLast.exec(cell.normalize('NFKC').trim()) ?? []).map(Number);
		if (a > 12 && a <= 31 && b >= 1 && b <= 12) return 'dmy';
		if (b > 12 && b <= 31 && a >= 1 && a <= 12) return 'mdy';
		if (a >= 1 && b >= 1 && a <= 12 && b <= 12) found = 'either';
	}
	return found;
}

const yearLast = /^(\d{1,2})[/-](\d{1,2})[/-](?:\d{2}|\d{4})(?!\d)/;

function ofNumber(text: string): CellTime | null {
	const value = Number(text.replace(',', '.'));
	if (/^\d{10}$/.test(text)) return { at: value * 1000 };
	if (/^\d{13}$/.test(text)) return { at: value };
	const [, year, month, day, hour, minute, second] =
		/^(20\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/.exec(text) ?? [];
	if (year !== undefined) {
		const date = dateOf(Number(year), Number(month), Number(day));
		if (date === null || hour === undefined) return date === null ? null : { date };
		const clock = readClock(`${hour}:${minute}:${second}`);
		return clock && { local: date + clock.ms, toTheMinute: false };
	}
	// 1982 to 2119: what is below or above is more likely something else.
	if (!/^\d{5}([.,]\d+)?$/.test(text) || value < 30_000 || value > 80_000) return null;
	const seconds = Math.round((value - excelDays) * 86_400);
	return Number.isInteger(value) ? { date: seconds * 1000 } : { local: seconds * 1000, toTheMinute: false };
}

type SplitDate = { date: number; rest: string } | { ambiguous: true; rest: string };

function splitDate(text: string, order: DateOrder | null): SplitDate | null {
	const match =
		/^(?:\p{L}{2,10}[.,]* )?(\d{1,4})([./年-]) ?(\d{1,2})([./月-]) ?(\d{1,4})日?(?:$|[ T,日]+(.*)$|(?=\p{L})(.*)$)/u.exec(
			text
		);
	if (!match) return ofMonthName(text);
	const [, first = '', sign = '', second = '', sign2 = '', third = ''] = match;
	const rest = (match[6] ?? match[7] ?? '').trim();
	if ((sign === '年') !== (sign2 === '月') || (sign !== '年' && sign !== sign2)) return null;
	const [a, b, c] = [Number(first), Number(second), Number(third)];
	if (first.length === 4) return whole(dateOf(a, b, c), rest);
	if (first.length > 2) return null;
	if (third.length <= 2 && (sign === '年' || (order === 'ymd' && sign !== '.')))
		return whole(dateOf(fullYear(a), b, c), rest);
	if (third.length !== 4 && third.length !== 2) return null;
	const year = third.length === 2 ? fullYear(c) : c;
	const dmy = dateOf(year, b, a);
	if (sign === '.') return whole(dmy, rest);
	const mdy = dateOf(year, a, b);
	if (order === 'dmy' || order === 'mdy') return whole(order === 'dmy' ? dmy : mdy, rest);
	if (dmy !== null && mdy !== null && dmy !== mdy) return { ambiguous: true, rest };
	return whole(dmy ?? mdy, rest);
}

function whole(date: number | null, rest: string): SplitDate | null {
	return date === null ? null : { date, rest };
}

const months = [
	/^jan/,
	/^feb/,
	/^(mar|mär|mrz)/,
	/^apr/,
	/^ma[iy]/,
	/^jun/,
	/^jul/,
	/^aug/,
	/^sep/,
	/^(oct|okt)/,
	/^nov/,
	/^de[cz]/
];

/** `2 Mar 2026`, `2. März 2026`, `02-Mar-26`, `Mar 2, 2026`. */
function ofMonthName(text: string): SplitDate | null {
	const dayFirst =
		/^(?:\p{L}{2,10}[.,]+ )?(\d{1,2})\.?[ -](\p{L}{3,10})\.?[ -](\d{4}|\d{2})(?!\d)[ ,T]*(.*)$/u.exec(text);
	const monthFirst = dayFirst ? null : /^(\p{L}{3,10})\.? (\d{1,2}),? (\d{4})[ ,]*(.*)$/u.exec(text);
	const [, day, name, year, rest = ''] = dayFirst ?? (monthFirst && swapped(monthFirst)) ?? [];
	if (day === undefined || name === undefined || year === undefined) return null;
	const month = months.findIndex((pattern) => pattern.test(name.toLowerCase())) + 1;
	const fullYears = year.length === 2 ? fullYear(Number(year)) : Number(year);
	return month === 0 ? null : whole(dateOf(fullYears, month, Number(day)), rest.trim());
}

function swapped([all, month = '', day = '', year = '', rest = '']: RegExpExecArray): string[] {
	return [all, day, month, year, rest];
}

function fullYear(twoDigits: number): number {
	return twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;
}

function dateOf(year: number, month: number, day: number): number | null {
	if (year < 1970 || month < 1 || month > 12 || day < 1) return null;
	const at = Date.UTC(year, month - 1, day);
	return new Date(at).getUTCDate() === day ? at : null;
}

interface Clock {
	ms: number;
	toTheMinute: boolean;
	offsetMs: number | null;
}

const clockPattern =
	/^(am|pm|上午|下午|凌晨|早上|中午|晚上)? ?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)? ?(am|pm|a\.m\.|p\.m\.|uhr|h)? ?(z|utc|gmt|[+-]\d\d:?\d\d)?$/i;

function readClock(text: string): Clock | null {
	const colons = text
		.replace(/(\d) ?[时点時] ?/, '$1:')
		.replace(/(\d) ?分 ?/, '$1:')
		.replace(/(\d) ?秒/, '$1')
		.replace(/:$/, text.includes('分') ? '' : ':00')
		.replace(/:(\d)(?!\d)/g, ':0$1');
	const match = clockPattern.exec(colons);
	if (!match) return null;
	const [, before, hours, minutes, seconds, fraction = '', after, offset] = match;
	const [minute, second] = [Number(minutes), Number(seconds ?? 0)];
	const hour = hourOf(Number(hours), (before ?? after ?? '').toLowerCase().replaceAll('.', ''));
	if (hour === null || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) return null;
	const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
	return {
		ms: ((hour * 60 + minute) * 60 + second) * 1000 + ms,
		toTheMinute: seconds === undefined,
		offsetMs: offset === undefined ? null : offsetOf(offset)
	};
}

/** The hour of a clock of 24, from one of 12 where a word says which half of the day it is. */
function hourOf(hour: number, half: string): number | null {
	if (half === '' || half === 'uhr' || half === 'h') return hour <= 24 ? hour : null;
	if (hour > 12) return hour <= 23 ? hour : null;
	if (['pm', '下午', '晚上'].includes(half)) return hour === 12 ? 12 : hour + 12;
	if (half === '中午') return hour < 10 ? hour + 12 : hour;
	return hour === 12 ? 0 : hour;
}

function offsetOf(text: string): number {
	const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
	if (sign === undefined) return 0;
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The day on which a wall time lies, at its midnight. */
export function dayOf(local: number): number {
	return Math.floor(local / dayMs) * dayMs;
}
