/**
 * Public holidays of countries other than China, 1990 to 2035, out of date-holidays (ISC AND CC-BY-3.0) by
 * bin/holidays.js. For servers only: the table has 200 kB.
 */
import table from './holidays.json' with { type: 'json' };

export interface PublicHoliday {
	/** In English, the same every year. */
	name: string;
	/** It begins the evening before. */
	fromSunset: boolean;
}

/** The holiday of a date `YYYY-MM-DD`; null on other days, and for countries and years that the table does not have. */
export function publicHoliday(country: string, date: string): PublicHoliday | null {
	return countryDays(country)?.get(date) ?? null;
}

/** All holidays of a country by date, 1990 to 2035; null for countries that the table does not have. */
export function publicHolidays(country: string): ReadonlyMap<string, PublicHoliday> | null {
	return countryDays(country);
}

/** Whether the table has the country (ISO 3166-1 alpha-2) in the year of the date. */
export function hasHolidays(country: string, date: string): boolean {
	const year = Number(date.slice(0, 4));
	return year >= table.from && year <= table.to && rowOf(country) !== undefined;
}

const read = new Map<string, Map<string, PublicHoliday> | null>();

function countryDays(country: string): Map<string, PublicHoliday> | null {
	const known = read.get(country);
	if (known !== undefined) return known;
	const row = rowOf(country);
	const days = row === undefined ? null : readRow(row);
	read.set(country, days);
	return days;
}

function rowOf(country: string): string | undefined {
	const countries: Record<string, string> = table.countries;
	return Object.hasOwn(countries, country) ? countries[country] : undefined;
}

/** A row is `New Year's Day|0;Passover|483s`: names, and the numbers of their lists of dates, `s` for sunset. */
function readRow(row: string): Map<string, PublicHoliday> {
	const days = new Map<string, PublicHoliday>();
	for (const entry of row.split(';')) {
		const [name = '', list = ''] = entry.split('|');
		const holiday = { name, fromSunset: list.endsWith('s') };
		for (const date of datesOf(table.dates[Number.parseInt(list)] ?? '-'))
			// Where two fall on one day, the first is the one that people name.
			if (!days.has(date)) days.set(date, holiday);
	}
	return days;
}

/** A list is `MMDD` of each year by spaces, several of a year by `+`, none is `-`; a single one is every year's. */
function datesOf(list: string): string[] {
	const years = list.split(' ');
	return Array.from({ length: table.to - table.from + 1 }, (_, i) => {
		const days = (years.length === 1 ? list : (years[i] ?? '-')).split('+');
		return days
			.filter((day) => day !== '-')
			.map((day) => `${table.from + i}-${day.slice(0, 2)}-${day.slice(2)}`);
	}).flat();
}
