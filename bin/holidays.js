// Writes src/time/holidays.json, the public holidays of the countries that date-holidays knows (ISC AND CC-BY-3.0):
//   npm install --no-save date-holidays@3.37.0 && node bin/holidays.js
// The package (with its astronomy 30 MB) is needed for this alone, so it is no dependency.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from './root.js';

const [from, to] = [1990, 2035];
const Holidays = createRequire(import.meta.url)('date-holidays');
/** Hebrew days begin at sunset, and all of the country goes by that. @param {string} rule */
const fromSunset = (rule) =>
	/\b(Nisan|Iyyar|Sivan|Tamuz|Av|Elul|Tishrei|Cheshvan|Kislev|Tevet|Shvat|Adar)\b/.test(rule);

/** Each list of dates once: Easter is in a hundred countries. @type {Map<string, number>} */
const lists = new Map();
/** @type {Record<string, string>} */
const countries = {};
for (const country of Object.keys(new Holidays().getCountries()).sort())
	if (/^[A-Z]{2}$/.test(country) && country !== 'CN') {
		const entries = holidaysOf(country);
		if (entries.length > 0) countries[country] = entries.join(';');
	}
const table = { from, to, dates: [...lists.keys()], countries };
writeFileSync(inRoot('src', 'time', 'holidays.json'), `${JSON.stringify(table, null, '\t')}\n`);

/** Its holidays as `English name|number of the list of dates`, an s behind where it begins at sunset. @param {string} country */
function holidaysOf(country) {
	const calendar = new Holidays(country);
	/** @type {Map<string, Set<string>>} */
	const found = new Map();
	for (let year = from; year <= to; year++)
		for (const { name, rule, date, type, start, end } of calendar.getHolidays(year, 'en')) {
			const days = Math.round((end - start) / 86_400_000);
			if (!['public', 'bank'].includes(type) || days < 1) continue;
			const key = `${plain(name)}|${fromSunset(rule) ? 's' : ''}`;
			const dates = found.get(key) ?? new Set();
			for (let i = 0; i < days; i++) dates.add(later(date.slice(0, 10), i));
			found.set(key, dates);
		}
	return [...found].map(([key, dates]) => {
		const [name, sunset] = key.split('|');
		const list = pack(dates);
		const number = lists.get(list) ?? lists.size;
		lists.set(list, number);
		return `${name}|${number}${sunset}`;
	});
}

/** `MMDD` of every year, by spaces; several of a year by `+`, none is `-`; one for all years where they agree. @param {Set<string>} dates */
function pack(dates) {
	const years = Array.from({ length: to - from + 1 }, (_, i) => {
		const own = [...dates].filter((date) => Number(date.slice(0, 4)) === from + i).sort();
		return own.map((date) => date.slice(5).replace('-', '')).join('+') || '-';
	});
	return years.every((days) => days === years[0]) ? (years[0] ?? '-') : years.join(' ');
}

/** @param {string} date @param {number} days */
function later(date, days) {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** @param {string} name */
function plain(name) {
	return name
		.replace(/ \([^)]*substitute[^)]*\)/i, '')
		.replace(/[|;]/g, ',')
		.trim();
}
