import { dateOfDay, dayNumber, weekdayOfDay } from '#time/dates.ts';
import { instantOf } from '#time/zone.ts';
import { normal, poisson } from '../../simulation/distributions.ts';
import { seededRandom } from '../../simulation/random.ts';
import type { LoadPoint } from '../loadSeries.ts';

export const zone = 'Europe/Berlin';
export const firstDate = '2025-01-06';

interface OfficeOptions {
	days: number;
	seed?: number;
	/** Of the middle hours of a Monday. */
	calls?: number;
	/** Standard deviation of the log of a day's calls. */
	daySd?: number;
	/** Factor of a day's calls. */
	factor?: (date: string) => number;
}

const week = [1.2, 1.05, 1, 0.95, 1, 0.4, 0.25];
const hours = [0.4, 0.8, 1, 1, 0.9, 0.7, 0.8, 0.9, 0.8, 0.5];

/** Hours from 8 to 18 of a line with a week, from a Monday on: Poisson counts of a lognormal day. */
export function officePoints({
	days,
	seed = 1,
	calls = 100,
	daySd = 0.08,
	factor = () => 1
}: OfficeOptions): LoadPoint[] {
	const random = seededRandom(seed, 'office');
	return Array.from({ length: days }, (_, i) => {
		const day = dayNumber(firstDate) + i;
		const date = dateOfDay(day);
		const own = (week[weekdayOfDay(day) - 1] ?? 1) * Math.exp(daySd * normal(random)) * factor(date);
		return hours.map((share, hour) => ({
			startAt: instantOf(zone, date, (8 + hour) * 60),
			offered: poisson(calls * own * share)(random)
		}));
	}).flat();
}

/** The starts of the hours of a day that many days after the first. */
export function officeHours(day: number): number[] {
	const date = dateOfDay(dayNumber(firstDate) + day);
	return hours.map((_, hour) => instantOf(zone, date, (8 + hour) * 60));
}
