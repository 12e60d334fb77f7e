/**
 * What the calendar of a country begins with: China's schedules as published, and what its law grants in the years
 * after the last of them; other countries' public holidays. For servers only.
 */
import type { SpecialDay } from '#model/specialDay.ts';
import { chinaDays, chinaYears } from './chinaDays.ts';
import { chinaStatutory } from './chinaStatutory.ts';
import { publicHolidays } from './publicHoliday.ts';

/** Feasts that begin when the moon is seen: their dates are foretold, and confirmed in the evening before. */
const byMoonSighting =
	/\b(eid|id-ul|ramadan|ramazan|mawlid|maulaud|ashura|arafat|laylat|islamic new year|puasa|hari raya haji)\b/i;
const lastYear = 2035;

/** The special days of a country (ISO 3166-1 alpha-2) by date; none for a country that no package knows. */
export function seedDays(country: string, today: string): SpecialDay[] {
	return country === 'CN' ? [...chinaPublished(), ...chinaByLaw()] : elsewhere(country, today);
}

function chinaPublished(): SpecialDay[] {
	return [...chinaDays].map(([date, { kind, name, standsFor }]) => ({
		...seed(date, 'chinese-days'),
		kind,
		name,
		standsFor: kind === 'make_up_workday' ? standsFor : null,
		schedule: true
	}));
}

function chinaByLaw(): SpecialDay[] {
	const days: SpecialDay[] = [];
	for (let year = Math.max(...[...chinaYears].map(Number)) + 1; year <= lastYear; year++)
		for (const { date, name } of chinaStatutory(String(year)))
			days.push({ ...seed(date, 'law'), kind: 'holiday', name, verified: false });
	return days;
}

/** These follow from the law and stand long before; what the moon decides does from the day on which it was seen. */
function elsewhere(country: string, today: string): SpecialDay[] {
	return [...(publicHolidays(country) ?? [])].map(([date, { name }]) => ({
		...seed(date, 'date-holidays'),
		kind: 'holiday',
		name: { en: name, zh: name },
		verified: date <= today || !byMoonSighting.test(name),
		schedule: true
	}));
}

function seed(date: string, source: string): Omit<SpecialDay, 'kind'> {
	return {
		date,
		scope: 'country',
		subdivision: null,
		name: null,
		standsFor: null,
		source,
		verified: true,
		schedule: false,
		own: false
	};
}
