const msPerDay = 86_400_000;
const cacheSize = 50_000;
const textOf = new Map<number, string>();
const numberOf = new Map<string, number>();

/**
 * Days since 1970-01-01 of a calendar date `YYYY-MM-DD`. Throws `not a date: …` for anything else.
 * Dates are asked for again and again (every call of a day asks for the same one), so both ways are remembered.
 */
export function dayNumber(date: string): number {
	const known = numberOf.get(date);
	if (known !== undefined) return known;
	const at = Date.parse(`${date}T00:00:00Z`);
	if (Number.isNaN(at)) throw new RangeError(`not a date: ${date}`);
	if (numberOf.size >= cacheSize) numberOf.clear();
	numberOf.set(date, at / msPerDay);
	return at / msPerDay;
}

/** The calendar date, `YYYY-MM-DD`, that many days after 1970-01-01. */
export function dateOfDay(day: number): string {
	const known = textOf.get(day);
	if (known !== undefined) return known;
	const iso = new Date(day * msPerDay).toISOString();
	const date = iso.slice(0, iso.indexOf('T'));
	if (textOf.size >= cacheSize) textOf.clear();
	textOf.set(day, date);
	return date;
}

/** Whether the text is a date that the calendar has: `2026-02-28`, but neither `2026-02-30` nor `2026-2-8`. */
export function isDate(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const at = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The date `days` later; earlier when negative. */
export function addDays(date: string, days: number): string {
	return dateOfDay(dayNumber(date) + days);
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(date: string): number {
	return weekdayOfDay(dayNumber(date));
}

/** The weekday, 1 (Monday) to 7, of a day counted from 1970-01-01, which was a Thursday. */
export function weekdayOfDay(day: number): number {
	return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The first day of the month that many months after the month of `date`. */
export function monthStart(date: string, months = 0): string {
	const [year = 0, month = 1] = date.split('-').map(Number);
	const start = new Date(0);
	// Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
	start.setUTCFullYear(year, month - 1 + months, 1);
	return dateOfDay(start.getTime() / msPerDay);
}
