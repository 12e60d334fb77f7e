import { countryDays, type Calendar } from '#time/calendar.ts';
import { publicHoliday } from '#time/publicHoliday.ts';
import { isWeekend } from '#time/weekends.ts';
import { addDays, weekdayOf } from '#time/zone.ts';
import type { ForecastCalendar, ForecastDay } from './forecastDay.ts';

/** What the calendar of a country (ISO 3166-1 alpha-2) tells the forecast. For servers only, as the calendars are. */
export function countryCalendar(country: string): ForecastCalendar {
	return forecastCalendar(country, countryDays(country));
}

/** The same by a queue's own calendar: kinds of days that managers made up are classes of the forecast. */
export function forecastCalendar(country: string, calendar: Calendar): ForecastCalendar {
	return (date) => {
		const day = calendar(date);
		const isHoliday = day.kind === 'holiday';
		const kind = isHoliday ? holidayKind(country, date) : dayBefore(country, date);
		const classes = (day.classes ?? []).map((one) => one.kind);
		return { standsFor: day.standsFor, kind, name: isHoliday ? (day.name?.en ?? null) : null, classes };
	};
}

function holidayKind(country: string, date: string): ForecastDay['kind'] {
	const next = addDays(date, 1);
	const restGoesOn =
		beginsAtSunset(country, next) || (beginsAtSunset(country, date) && isRest(country, next));
	return restGoesOn ? 'holiday_before_rest' : 'holiday';
}

/** The eve of a holiday is a short day; one that is a day of rest anyway keeps its evening as well. */
function dayBefore(country: string, date: string): ForecastDay['kind'] {
	if (!beginsAtSunset(country, addDays(date, 1))) return 'ordinary';
	return isRest(country, date) ? 'holiday_before_rest' : 'eve';
}

function beginsAtSunset(country: string, date: string): boolean {
	return publicHoliday(country, date)?.fromSunset ?? false;
}

/** The last day of the weekend: where holidays begin at sunset, so does it. */
function isRest(country: string, date: string): boolean {
	const weekday = weekdayOf(date);
	return isWeekend(country, weekday) && !isWeekend(country, (weekday % 7) + 1);
}
