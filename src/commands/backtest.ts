import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backtest as runBacktest } from '#analysis/forecast/backtest.ts';
import { countryCalendar } from '#analysis/forecast/countryCalendar.ts';
import { plainCalendar } from '#analysis/forecast/forecastDay.ts';
import { loadSeries } from '#analysis/forecast/loadSeries.ts';
import { specialDay } from '#analysis/forecast/specialDay.ts';
import { isZone } from '#time/zone.ts';
import { backtestJson, backtestTable } from './backtestReport.ts';
import { parseDays, parseHours, parseWhole } from './backtestArgs.ts';
import { binLoad } from './binLoad.ts';
import { readLoadRows } from './loadFile.ts';
import type { Command } from './runCommand.ts';

/** Unless told: 20 weeks to learn from, or half of a shorter series; two weeks ahead. */
const usualTrainDays = 140;
const usualHorizonDays = 14;
const slotMinutes: Record<string, number> = { hour: 60, half_hour: 30 };

/** How well load would have been forecast, on any file of counts; exit code 1 where the file does not serve. */
export const backtest: Command = {
	usage:
		'FILE.csv --zone ZONE [--country CC] [--grain hour|half_hour] [--train-days N] [--horizon-days H] [--hours 07-21] [--days mon-fri] [--json]',
	summary:
		'tests the forecast on rows of start,offered (wall time or instants): from every day after N, up to H days ahead, beside naive methods; a missing day is not known, it is not zero',
	async run(args) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				zone: { type: 'string', default: '' },
				country: { type: 'string' },
				grain: { type: 'string', default: 'hour' },
				'train-days': { type: 'string' },
				'horizon-days': { type: 'string', default: String(usualHorizonDays) },
				hours: { type: 'string', default: '00-24' },
				days: { type: 'string', default: 'mon-sun' },
				json: { type: 'boolean', default: false }
			}
		});
		const { zone, country, grain } = values;
		const [file, ...more] = positionals;
		const [hours, days] = [parseHours(values.hours), parseDays(values.days)];
		const horizonDays = parseWhole(values['horizon-days']);
		const minutes = Object.hasOwn(slotMinutes, grain) ? slotMinutes[grain] : undefined;
		const told = values['train-days'] === undefined ? null : parseWhole(values['train-days']);
		const wrong = [
			file === undefined || more.length > 0 ? 'one FILE' : null,
			isZone(zone) ? null : '--zone with the name of a time zone, such as Asia/Shanghai',
			country === undefined || /^[A-Z]{2}$/.test(country)
				? null
				: '--country with two capital letters, such as CN',
			minutes ? null : '--grain hour or half_hour',
			hours ? null : '--hours such as 07-21',
			days ? null : '--days such as mon-fri or mon,wed',
			horizonDays !== undefined && horizonDays <= 28 ? null : '--horizon-days from 1 to 28',
			told === undefined ? '--train-days with a whole number above 0' : null
		].find((message) => message !== null);
		if (wrong !== undefined || !file || !minutes || !hours || !days || !horizonDays || told === undefined) {
			console.error(`Expected ${wrong}.\nUsage: backtest ${backtest.usage}`);
			return 2;
		}
		// Where the command was called from, not where npm has moved.
		const read = readLoadRows(await readFile(resolve(process.env.INIT_CWD ?? '.', file), 'utf8'), zone);
		if ('problem' in read) return refuse(`${file}, line ${read.problem.line}: ${read.problem.message}.`);
		const points = binLoad(read.rows, zone, { slotMinutes: minutes, hours, days });
		if (points.every(({ offered }) => offered === null))
			return refuse(`${file} has no counts within --hours and --days.`);
		const series = loadSeries(zone, points);
		const trainDays = told ?? Math.min(usualTrainDays, Math.floor(series.days.length / 2));
		if (series.days.length < trainDays + horizonDays)
			return refuse(
				`${file} has ${series.days.length} days: too few for ${trainDays} to learn from and ${horizonDays} to forecast.`
			);
		const calendar = country === undefined ? plainCalendar : countryCalendar(country);
		const result = runBacktest(series, {
			calendar,
			trainDays,
			horizonDays,
			groupOf: (date) => (specialDay(calendar, date) === null ? [] : ['special'])
		});
		const about = { series, zone, country: country ?? null, trainDays, horizonDays };
		console.log(values.json ? backtestJson(result, about) : backtestTable(result, about));
		return 0;
	}
};

function refuse(message: string): number {
	console.error(message);
	return 1;
}
