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
	if (text[4] !== '-' || text[7] !== '-' || text[13] !== ':' || text[16] !== ':') return null;
	if (text[10] !== 'T' && text[10] !== 't' && text[10] !== ' ') return null;
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
	if (hour > 23 || minute > 59 || second > 60) return null;
	const fractionEnd = text[19] === '.' ? endOfDigits(text, 20) : 19;
	if (fractionEnd === 20 || fractionEnd > 32) return null;
	const offsetMinutes = readOffset(text, fractionEnd);
	if (offsetMinutes === null) return null;
	const fractionMs = Number(text.slice(20, Math.min(fractionEnd, 23)).padEnd(3, '0'));
	// A calendar's cycle later and back, since Date.UTC takes the years 0 to 99 for 1900 to 1999.
	const laterAt = Date.UTC(year + 400, month - 1, day, hour, minute - offsetMinutes, second);
	return laterAt - cycleMs + fractionMs;
}

/** 400 years: after so many days the calendar is the same again. */
const cycleMs = 146_097 * 86_400_000;

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
