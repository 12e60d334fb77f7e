import type { Queue } from '#model/queue.ts';
import { addDays } from '#time/zone.ts';
import { lognormal, poisson } from '../simulation/distributions.ts';
import { seededRandom } from '../simulation/random.ts';
import { dayFacts } from './dayFacts.ts';
import type { DaySeen } from './specialDayLoads.ts';

export interface Plant {
	seed: number;
	from: string;
	/** Days. */
	length: number;
	/** Calls of a mean workday. */
	level: number;
	/** From Monday, times the level. */
	week: readonly number[];
	/** Growth a year, as a factor. */
	growth: number;
	/** Coefficient of variation of like days. */
	noise: number;
	/** What kinds of days bring, as factors; days of several bring the product. */
	effects: Record<string, number>;
	/** What they make of the median wait of 30 seconds and of the abandonment of 5 %. */
	waits?: Record<string, number>;
}

/** A year of a line in which what special days do is known, because it was put there. For tests and benchmarks. */
export function plantedYear(queue: Queue, plant: Plant): DaySeen[] {
	const random = seededRandom('planted', plant.seed);
	const chance = lognormal(1, plant.noise);
	const waitChance = lognormal(1, 0.2);
	return Array.from({ length: plant.length }, (_, i) => {
		const date = addDays(plant.from, i);
		const { effects, standsFor, open } = dayFacts(queue, date);
		const product = (factors: Record<string, number>) =>
			effects.reduce((all, kind) => all * (factors[kind] ?? 1), 1);
		const usual = plant.level * (plant.week[standsFor - 1] ?? 1) * plant.growth ** (i / 365);
		const offered = open ? poisson(usual * product(plant.effects) * chance(random))(random) : 0;
		const longer = product(plant.waits ?? {});
		const abandoned = Math.min(offered, poisson(offered * 0.05 * longer)(random));
		return {
			date,
			offered,
			answered: offered - abandoned,
			abandoned,
			waitP50Seconds: offered > 0 ? Math.round(30 * longer * waitChance(random)) : null
		};
	});
}
