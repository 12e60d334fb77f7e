import { countryCalendar } from '#analysis/forecast/countryCalendar.ts';
import { expectedDate } from '#analysis/forecast/expectedDate.ts';
import { fitSeries } from '#analysis/forecast/fitSeries.ts';
import { hourSeries, type HourCount } from '#analysis/forecast/hourSeries.ts';
import { keepForecasts } from '#analysis/forecast/keptForecasts.ts';
import type { Restlessness } from '#analysis/forecast/levelFilter.ts';
import { silentSlots } from '#analysis/forecast/silentSlots.ts';
import { forecastWorlds } from '#analysis/forecast/worlds.ts';
import { agentsFor } from '#analysis/staffing/agentsFor.ts';
import { dayNumber } from '#time/dates.ts';
import { wallTime } from '#time/zone.ts';

const days = 730;
const firstDate = '2024-01-08';
/** Different pasts, taken in turn. */
const pasts = 20;
/** A queue is tuned every four weeks, so on a day so many of all are. */
const tunedOf = 28;

/**
 * What a night costs on one core without the database: for each queue a fit with two years of hours, the forecast of
 * today and four weeks, what is kept of it, and Erlang A for each hour.
 */
export function manyQueues(queues: number): string[][] {
	const calendar = countryCalendar('DE');
	const today = dayNumber(firstDate) + days;
	const lines = Array.from({ length: pasts }, (_, seed) => {
		const world = forecastWorlds(seed + 1, days).find(({ name }) => name === 'outage');
		if (!world) throw new Error('unknown world: outage');
		const counts = world.points.flatMap(({ startAt, offered }): HourCount[] => {
			const { date, hour } = wallTime(world.zone, startAt);
			return offered === null ? [] : [{ hour: dayNumber(date) * 24 + hour, offered }];
		});
		return { zone: world.zone, counts };
	});
	const learned = new Map<number, Restlessness>();
	const forecastOne = (i: number, isTuned: boolean) => {
		const line = lines[i % pasts];
		const series = line && hourSeries(line.counts, { calendar, untilHour: today * 24 });
		if (!series) throw new Error('no calls');
		const restlessness = isTuned ? null : (learned.get(i % pasts) ?? null);
		const fitted = fitSeries(series, calendar, today + 28, { restlessness });
		learned.set(i % pasts, fitted.restlessness);
		const isSilent = silentSlots(series, calendar);
		const options = { zone: line.zone, madeAt: 0, lastDay: today - 1, isSilent };
		const dates = Array.from({ length: 29 }, (_, ahead) =>
			expectedDate(fitted, { ...options, day: today + ahead })
		);
		keepForecasts(fitted, { lastDay: today - 1, replayed: false, isSilent });
		agentsFor(
			dates.flatMap(({ hours }) => hours.map(({ offered }) => offered.p50)),
			{ intervalSeconds: 3600, ahtSeconds: 300 },
			{ thresholdSeconds: 20, target: 0.8, patienceSeconds: 600 }
		);
	};
	for (let i = 0; i < pasts; i++) forecastOne(i, true);
	// Time of the processor and not of the clock: others work on the machine, too.
	const taken = Array.from({ length: queues }, (_, i) => {
		const before = process.cpuUsage();
		forecastOne(i, i % tunedOf === 0);
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1000;
	}).sort((a, b) => a - b);
	const seconds = taken.reduce((sum, ms) => sum + ms, 0) / 1000;
	const thousand = (seconds * 1000) / queues;
	return [
		[`${queues} queues with two years, one core`, 'processor time', 'goal', ''],
		['all of them, with what is kept and agents', `${seconds.toFixed(1)} s`, '', ''],
		['a thousand at this pace', `${thousand.toFixed(1)} s`, '≤ 90 s', thousand <= 90 ? 'reached' : 'MISSED'],
		['one of them, median', `${(taken[queues >> 1] ?? NaN).toFixed(0)} ms`, '', ''],
		['one of them, 99 of 100', `${(taken[Math.floor(queues * 0.99)] ?? NaN).toFixed(0)} ms`, '', '']
	];
}
