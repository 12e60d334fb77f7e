import { readFile } from 'node:fs/promises';
import { backtest, type BacktestResult } from '#analysis/forecast/backtest.ts';
import { countryCalendar } from '#analysis/forecast/countryCalendar.ts';
import { plainCalendar } from '#analysis/forecast/forecastDay.ts';
import { horizonGroups } from '#analysis/forecast/horizons.ts';
import { loadSeries } from '#analysis/forecast/loadSeries.ts';
import { methodNames } from '#analysis/forecast/methodNames.ts';
import { specialDay } from '#analysis/forecast/specialDay.ts';
import { binLoad } from '../../src/commands/binLoad.ts';
import { readLoadRows } from '../../src/commands/loadFile.ts';
import { percent } from './textTable.ts';

const zone = 'Asia/Jerusalem';
/** Days that were measured wrongly: not known. */
const excluded = new Set(['1999-03-08', '1999-05-23']);
/** The Fast of Av: a half-holiday that the calendar of holidays does not have, and so unknown to the forecast. */
const halfHoliday = '1999-07-22';
const kinds = ['holiday', 'eve', 'semi', 'between', 'after'] as const;

/** Protocol isr-v1: 140 days to learn from, 1 to 14 days ahead, every day until two weeks before the year's end. */
export async function bankYear(path: string): Promise<string[][]> {
	const read = readLoadRows(await readFile(path, 'utf8'), zone);
	if ('problem' in read) throw new Error(`line ${read.problem.line}: ${read.problem.message}`);
	const rows = read.rows.filter(({ date }) => !excluded.has(date));
	const days = new Set([1, 2, 3, 4, 5, 6, 7]);
	const series = loadSeries(zone, binLoad(rows, zone, { slotMinutes: 60, hours: [0, 1440], days }));
	const calendar = countryCalendar('IL');
	const options = { trainDays: 140, horizonDays: 14, groupOf: (date: string) => kindOf(date) };
	const told = backtest(series, { ...options, calendar });
	const untold = backtest(series, { ...options, calendar: plainCalendar });
	const goal = ['goal', '21.5', '20.5', '43', '70'];
	const coverage = told.methods.offpeak.coverage80ByHorizon;
	return [
		['', 'all', 'ordinary', 'special', ...kinds, ...horizonGroups.slice(0, 4).map((group) => `${group} d`)],
		...methodNames.map((name) => [name, ...cells(told, name)]),
		['offpeak, no calendar', ...cells(untold, 'offpeak')],
		goal,
		[
			'80 % interval',
			percent(told.methods.offpeak.coverage80),
			...['ordinary', 'special', ...kinds].map((group) => percent(told.groups[group]?.offpeak.coverage80)),
			...horizonGroups.slice(0, 4).map((group) => percent(coverage[group]))
		]
	];
}

function cells({ methods, groups }: BacktestResult, name: (typeof methodNames)[number]): string[] {
	return [
		percent(methods[name].wape),
		...['ordinary', 'special', ...kinds].map((group) => percent(groups[group]?.[name].wape)),
		...horizonGroups.slice(0, 4).map((group) => percent(methods[name].byHorizon[group]))
	];
}

function kindOf(date: string): string[] {
	if (date === halfHoliday) return ['special', 'semi'];
	const kind = specialDay(countryCalendar('IL'), date);
	return kind === null ? ['ordinary'] : ['special', kind.replace(/_holidays?$/, '')];
}
