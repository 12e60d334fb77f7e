import { addDays, isDate, weekdayOf } from '#time/zone.ts';

/** The Monday of the week that an address names by any of its days; else of the last week that is over. */
export function reportWeek(query: URLSearchParams, today: string): string {
	const asked = query.get('week');
	const known = asked && isDate(asked) && asked >= '1970-01-12' && asked < '2200-01-01' ? asked : null;
	const date = known ?? addDays(today, -7);
	return addDays(date, 1 - weekdayOf(date));
}
