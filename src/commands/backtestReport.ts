import type { BacktestResult } from '#analysis/forecast/backtest.ts';
import { horizonGroups } from '#analysis/forecast/horizons.ts';
import type { LoadSeries } from '#analysis/forecast/loadSeries.ts';
import { methodNames } from '#analysis/forecast/methodNames.ts';
import type { MethodScores } from '#analysis/forecast/scores.ts';

export interface AboutBacktest {
	series: LoadSeries;
	zone: string;
	country: string | null;
	trainDays: number;
	horizonDays: number;
}

/** One line of JSON; all but `rmse` and the counts of days are fractions. */
export function backtestJson(result: BacktestResult, about: AboutBacktest): string {
	const { series, zone, country, trainDays, horizonDays } = about;
	const methods = methodNames.map((name) => {
		const { wape, mape, mase, rmse, byHorizon } = result.methods[name];
		return [name, { wape, mape, mase, rmse, by_horizon: byHorizon }] as const;
	});
	const { coverage80, coverage80ByHorizon } = result.methods.offpeak;
	const offpeak = {
		...Object.fromEntries(methods).offpeak,
		coverage_80: coverage80,
		coverage_80_by_horizon: coverage80ByHorizon,
		coverage_80_special: result.groups.special?.offpeak.coverage80 ?? null
	};
	const told = {
		zone,
		country,
		days: series.days.length,
		train_days: trainDays,
		horizon_days: horizonDays,
		origins: result.origins,
		methods: { ...Object.fromEntries(methods), offpeak }
	};
	return JSON.stringify(told, (_, value: unknown) =>
		typeof value === 'number' ? Number(value.toPrecision(6)) : value
	);
}

/** The same for people: WAPE by days ahead, and how often the 80 % interval held. */
export function backtestTable(result: BacktestResult, about: AboutBacktest): string {
	const { series, zone, country, trainDays, horizonDays } = about;
	const [first, last] = [series.days[0]?.date ?? '', series.days.at(-1)?.date ?? ''];
	const calendar = country === null ? 'no calendar' : `holidays of ${country}`;
	const groups = horizonGroups.filter((group) => result.methods.offpeak.byHorizon[group] !== undefined);
	const special = result.groups.special;
	const { coverage80, coverage80ByHorizon } = result.methods.offpeak;
	const heads = ['wape %', 'mape %', 'mase', 'rmse', ...groups.map(ahead), ...(special ? ['special'] : [])];
	return [
		`${series.days.length} days, ${first} to ${last} (${zone}, ${calendar}); ${result.origins} forecasts of ${horizonDays} days, the first after ${trainDays}`,
		'',
		line('', heads),
		...methodNames.map((name) => line(name, cells(result.methods[name], special?.[name] ?? null))),
		'',
		line('80 % interval', [
			percent(coverage80),
			...['', '', ''],
			...groups.map((group) => percent(coverage80ByHorizon[group] ?? null)),
			...(special ? [percent(special.offpeak.coverage80)] : [])
		])
	].join('\n');

	function cells({ wape, mape, mase, rmse, byHorizon }: MethodScores, apart: MethodScores | null): string[] {
		return [
			percent(wape),
			percent(mape),
			mase === null ? '–' : mase.toFixed(3),
			rmse === null ? '–' : rmse.toFixed(1),
			...groups.map((group) => percent(byHorizon[group] ?? null)),
			...(apart ? [percent(apart.wape)] : [])
		];
	}
}

function ahead(group: string): string {
	return group === '1' ? '1 day' : `${group} d`;
}

function line(name: string, cells: string[]): string {
	return `${name.padEnd(15)}${cells.map((cell) => cell.padStart(9)).join('')}`.trimEnd();
}

function percent(share: number | null): string {
	return share === null ? '–' : (100 * share).toFixed(1);
}
