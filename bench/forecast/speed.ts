import { countryCalendar } from '#analysis/forecast/countryCalendar.ts';
import { fitForecast } from '#analysis/forecast/fitForecast.ts';
import { forecastWorlds } from '#analysis/forecast/worlds.ts';
import { addDays, instantOf } from '#time/zone.ts';

/** What a fit and 28 days of hours take with two years behind them, with and without tuning. */
export function speed(): string[][] {
	const world = forecastWorlds(1, 730).find(({ name }) => name === 'outage');
	if (!world) throw new Error('unknown world: outage');
	const { zone, points } = world;
	const calendar = countryCalendar('DE');
	const future = Array.from({ length: 28 * 24 }, (_, i) =>
		instantOf(zone, addDays('2024-01-08', 730 + Math.floor(i / 24)), (i % 24) * 60)
	);
	const { restlessness } = fitForecast(zone, points, { calendar });
	const time = (options: { restlessness?: typeof restlessness }) => {
		const taken = Array.from({ length: 15 }, () => {
			// Time of the processor and not of the clock: others work on the machine, too.
			const before = process.cpuUsage();
			fitForecast(zone, points, { calendar, ...options }).forecast(future);
			const { user, system } = process.cpuUsage(before);
			return (user + system) / 1000;
		}).sort((a, b) => a - b);
		return taken[7] ?? NaN;
	};
	const row = (name: string, ms: number) => [
		name,
		`${ms.toFixed(0)} ms`,
		'≤ 50 ms',
		ms <= 50 ? 'reached' : 'MISSED'
	];
	return [
		['two years of hours, 28 days ahead', 'processor time, median of 15', 'goal', ''],
		row('fit, tuned, and forecast', time({})),
		row('fit as tuned before, and forecast', time({ restlessness }))
	];
}
