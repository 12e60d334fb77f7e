/**
 * The days off that China's law grants (全国年节及纪念日放假办法 as of 2025, art. 2), for years whose schedule is not
 * published yet: no days are shifted for them and none made up, which only the schedule says. The three days by the
 * moon were computed with chinese-days' table of the lunar calendar; New Year's and dragon boats' agree with Hong Kong's.
 */
import type { Bilingual } from '#model/queue.ts';
import { addDays } from './dates.ts';

export interface StatutoryDay {
	date: string;
	name: Bilingual;
}

/** First day of the lunar year, Qingming, fifth of the fifth month, fifteenth of the eighth. */
const byMoonAndSun: Record<string, [spring: string, qingming: string, dragon: string, moon: string]> = {
	2027: ['02-06', '04-05', '06-09', '09-15'],
	2028: ['01-26', '04-04', '05-28', '10-03'],
	2029: ['02-13', '04-04', '06-16', '09-22'],
	2030: ['02-03', '04-05', '06-05', '09-12'],
	2031: ['01-23', '04-05', '06-24', '10-01'],
	2032: ['02-11', '04-04', '06-12', '09-19'],
	2033: ['01-31', '04-04', '06-01', '09-08'],
	2034: ['02-19', '04-05', '06-20', '09-27'],
	2035: ['02-08', '04-05', '06-10', '09-16']
};

/** The statutory days off of a year in order; none for years that the table does not have. */
export function chinaStatutory(year: string): StatutoryDay[] {
	const moving = byMoonAndSun[year];
	if (!moving) return [];
	const [spring, qingming, dragon, moon] = moving.map((day) => `${year}-${day}`);
	const days: [date: string | undefined, count: number, name: Bilingual][] = [
		[`${year}-01-01`, 1, { en: "New Year's Day", zh: '元旦' }],
		// From the eve to the third day.
		[spring && addDays(spring, -1), 4, { en: 'Spring Festival', zh: '春节' }],
		[qingming, 1, { en: 'Tomb-sweeping Day', zh: '清明节' }],
		[`${year}-05-01`, 2, { en: 'Labour Day', zh: '劳动节' }],
		[dragon, 1, { en: 'Dragon Boat Festival', zh: '端午节' }],
		[`${year}-10-01`, 3, { en: 'National Day', zh: '国庆节' }],
		[moon, 1, { en: 'Mid-autumn Festival', zh: '中秋节' }]
	];
	const found = new Map<string, StatutoryDay>();
	for (const [first, count, name] of days)
		for (let i = 0; first && i < count; i++) {
			const date = addDays(first, i);
			if (!found.has(date)) found.set(date, { date, name });
		}
	return [...found.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
