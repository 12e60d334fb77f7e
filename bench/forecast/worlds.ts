import { backtest } from '#analysis/forecast/backtest.ts';
import { countryCalendar } from '#analysis/forecast/countryCalendar.ts';
import { plainCalendar } from '#analysis/forecast/forecastDay.ts';
import { loadSeries } from '#analysis/forecast/loadSeries.ts';
import { methodNames } from '#analysis/forecast/methodNames.ts';
import { naiveMethods } from '#analysis/forecast/naiveWeek.ts';
import { forecastWorlds } from '#analysis/forecast/worlds.ts';
import { percent } from './textTable.ts';

/** Each world as means over the seeds, with the worst seed's error beside that of its best naive method. */
export function worlds(seeds: readonly number[]): string[][] {
	const runs = seeds.flatMap((seed) =>
		forecastWorlds(seed).map(({ name, zone, country, points, trainDays, horizonDays }) => {
			const calendar = country === null ? plainCalendar : countryCalendar(country);
			const { methods } = backtest(loadSeries(zone, points), { calendar, trainDays, horizonDays });
			const best = Math.min(...naiveMethods.map((method) => methods[method].wape ?? Infinity));
			return { name, methods, beside: (methods.offpeak.wape ?? NaN) / best };
		})
	);
	const names = [...new Set(runs.map(({ name }) => name))];
	return [
		['', ...methodNames, 'worst beside best naive', 'goal', '', '80 % interval'],
		...names.map((name) => {
			const own = runs.filter((run) => run.name === name);
			const mean = (of: (run: (typeof runs)[number]) => number | null) =>
				own.reduce((total, run) => total + (of(run) ?? NaN), 0) / own.length;
			const worst = Math.max(...own.map(({ beside }) => beside));
			return [
				name,
				...methodNames.map((method) => percent(mean(({ methods }) => methods[method].wape))),
				worst.toFixed(3),
				'≤ 1.03',
				worst <= 1.03 ? 'reached' : 'MISSED',
				percent(mean(({ methods }) => methods.offpeak.coverage80))
			];
		})
	];
}
