/**
 * Reads an RFC 3339 instant with its offset (`2026-03-02T09:15:00+08:00`) as milliseconds since 1970 UTC; null when
 * the text is anything else: no offset, a day that does not exist, hour 24. Fractions below a millisecond are cut off.
 * A leap second (`:60`) is the first instant of the next minute, as clocks that do not know it count.
 */
export function parseInstant(text: string): number | null {
	// Read by place: this runs three times a record, and a pattern with groups costs ten times as much.
	const year = digits(text, 0, 4);
	const month = digits(text, 5, 2);
	const day = digits(text, 8, 2);
	const hour = digits(text, 11, 2);
	const minute = digits(text, 14, 2);
	const second = digits(text, 17, 2);
	if (year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0) return null;
	if (text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return null;
	if (text.charCodeAt(13) !== colon || text.charCodeAt(16) !== colon) return null;
	if (text[10] !== 'T' && text[10] !== 't' && text[10] !== ' ') return null;
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
	if (hour > 23 || minute > 59 || second > 60) return null;
	const fractionEnd = text[19] === '.' ? endOfDigits(text, 20) : 19;
	if (fractionEnd === 20 || fractionEnd > 32) return null;
	const offsetMinutes = readOffset(text, fractionEnd);
	if (offsetMinutes === null) return null;
	const fractionMs =
		fractionEnd === 19 ? 0 : Number(text.slice(20, Math.min(fractionEnd, 23)).padEnd(3, '0'));
	const minutes = (dayOf(year, month, day) * 24 + hour) * 60 + minute - offsetMinutes;
	return (minutes * 60 + second) * 1000 + fractionMs;
}

const dash = 45;
const colon = 58;

/**
 * Days since 1970-01-01 of a date of the Gregorian calendar: years that begin with March, so that a leap day ends
 * one, and eras of 400 years, each of 146,097 days. Several times as fast as Date.UTC.
 */
function dayOf(year: number, month: number, day: number): number {
	const marchYear = month > 2 ? year : year - 1;
	const era = Math.floor(marchYear / 400);
	const yearOfEra = marchYear - era * 400;
	const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
	const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
	// 719,468 days lie between 0000-03-01 and 1970-01-01.
	return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** The offset from UTC in minutes that the text ends with at `from`: `Z`, `+08:00`; null for anything else. */
function readOffset(text: string, from: number): number | null {
	const sign = text[from];
	if (sign === 'Z' || sign === 'z') return text.length === from + 1 ? 0 : null;
	if ((sign !== '+' && sign !== '-') || text.length !== from + 6 || text[from + 3] !== ':') return null;
	const hours = digits(text, from + 1, 2);
	const minutes = digits(text, from + 4, 2);
	if (hours < 0 || minutes < 0 || hours > 23 || minutes > 59) return null;
	return (hours * 60 + minutes) * (sign === '+' ? 1 : -1);
}

/** The number that `count` digits at `from` spell, -1 where one is not a digit. */
function digits(text: string, from: number, count: number): number {
	let value = 0;
	for (let i = from; i < from + count; i++) {
		const digit = text.charCodeAt(i) - 48;
		if (!(digit >= 0 && digit <= 9)) return -1;
		value = value * 10 + digit;
	}
	return value;
}

function endOfDigits(text: string, from: number): number {
	let end = from;
	while (digits(text, end, 1) >= 0) end++;
	return end;
}

function daysIn(year: number, month: number): number {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
