import { dateOfDay, dayNumber, weekdayOfDay } from '#time/dates.ts';
import { instantOf } from '#time/zone.ts';
import { lognormal, normal, poisson } from '../simulation/distributions.ts';
import { seededRandom } from '../simulation/random.ts';
import type { LoadPoint } from './loadSeries.ts';

/** A line that was made up, so that everything about it is known. */
export interface World {
	name: string;
	zone: string;
	/** ISO 3166-1 alpha-2, or null where the forecast is told no calendar. */
	country: string | null;
	points: LoadPoint[];
	trainDays: number;
	horizonDays: number;
}

interface Recipe {
	name: string;
	zone: string;
	country: string | null;
	firstDate: string;
	days: number;
	trainDays: number;
	horizonDays: number;
	/** Expected calls by weekday, Monday first. */
	calls: readonly number[];
	/** Weight of each slot of a day. */
	shape: readonly number[];
	slotMinutes: number;
	/** Factor of a day's calls: trends, holidays, months. */
	factor: (day: number, i: number) => number;
	/** What became of a slot's calls: an outage loses or hides them. */
	seen?: (calls: number, i: number, slot: number) => number | null;
}

const week = [1200, 1050, 1000, 980, 1020, 420, 300];
const officeDay = [0, 0, 0, 0, 0, 0, 1, 4, 9, 12, 12, 11, 8, 9, 10, 10, 9, 7, 4, 3, 2, 1, 0, 0];
const twoShifts = Array.from({ length: 28 }, (_, slot) =>
	slot < 8 ? 5 : slot < 14 ? 0.2 : slot < 24 ? 4 : 1.5
);

/** The worlds that the forecast has to stand in, one of each kind for a seed; `days`: instead of their own length. */
export function forecastWorlds(seed: number, days?: number): World[] {
	const usual = { zone: 'Europe/Berlin', country: null, firstDate: '2024-01-08', slotMinutes: 60 };
	const office = { ...usual, calls: week, shape: officeDay, horizonDays: 14 };
	const recipes: Recipe[] = [
		{ ...office, name: 'short history', days: 42, trainDays: 14, factor: () => 1 },
		{ ...office, name: 'trend', days: 240, trainDays: 140, factor: (_, i) => Math.exp(0.004 * i) },
		{ ...office, name: 'outage', days: 220, trainDays: 140, factor: monthEnds, seen: outages(seed) },
		{
			...office,
			name: 'new queue',
			days: 56,
			trainDays: 7,
			horizonDays: 7,
			factor: (_, i) => 1 - Math.exp(-(i + 2) / 20)
		},
		{
			...usual,
			name: 'two shifts',
			zone: 'Africa/Cairo',
			country: 'EG',
			firstDate: '2023-01-01',
			days: 420,
			trainDays: 340,
			horizonDays: 14,
			calls: [900, 850, 830, 880, 300, 120, 1000],
			shape: twoShifts,
			slotMinutes: 30,
			factor: monthEnds
		}
	];
	return recipes.map((recipe) => world({ ...recipe, days: days ?? recipe.days }, seed));
}

function world(recipe: Recipe, seed: number): World {
	const { name, zone, country, firstDate, days, trainDays, horizonDays, slotMinutes } = recipe;
	const random = seededRandom(seed, name);
	const hourNoise = lognormal(1, 0.08);
	const weight = recipe.shape.reduce((all, share) => all + share, 0);
	const firstMinute = recipe.shape.length * slotMinutes === 1440 ? 0 : 9 * 60;
	const points: LoadPoint[] = [];
	let swing = 0;
	for (let i = 0; i < days; i++) {
		const day = dayNumber(firstDate) + i;
		swing = 0.7 * swing + 0.05 * normal(random);
		const own = Math.exp(swing + 0.05 * normal(random)) * recipe.factor(day, i);
		const calls = (recipe.calls[weekdayOfDay(day) - 1] ?? 0) * own;
		recipe.shape.forEach((share, slot) => {
			const expected = ((calls * share) / weight) * hourNoise(random);
			const count = poisson(expected)(random);
			const startAt = instantOf(zone, dateOfDay(day), firstMinute + slot * slotMinutes);
			points.push({ startAt, offered: recipe.seen ? recipe.seen(count, i, slot) : count });
		});
	}
	return { name, zone, country, points, trainDays, horizonDays };
}

/** Ten percent more in the last days of a month, as bills come. */
function monthEnds(day: number): number {
	return dateOfDay(day + 3).slice(0, 7) === dateOfDay(day).slice(0, 7) ? 1 : 1.1;
}

/** One day in twenty loses four hours, which come as zeros; one in twenty was not measured. */
function outages(seed: number): (calls: number, i: number, slot: number) => number | null {
	return (calls, i, slot) => {
		const random = seededRandom(seed, 'outage', i);
		const [kind, from] = [random(), 8 + Math.floor(8 * random())];
		if (kind < 0.05) return slot >= from && slot < from + 4 ? 0 : calls;
		return kind < 0.1 ? null : calls;
	};
}
