import { expect, test } from 'vitest';
import { wallTime, weekdayOf } from '#time/zone.ts';
import { backtest } from './backtest.ts';
import { loadSeries } from './loadSeries.ts';
import { naiveMethods } from './naiveWeek.ts';
import { poissonPoints } from './testing/poissonPoints.ts';

const zone = 'Europe/Berlin';
const usual = { seed: 1, days: 160, calls: 20, clock: zone };
const wholeDay: [number, number] = [0, 24];
const officeHours: [number, number] = [8, 18];

test.each([
	{ name: 'lacks one day in ten', ...usual, hours: wholeDay, missing: 0.1 },
	{ name: 'lacks one day in three', ...usual, hours: wholeDay, missing: 0.33 },
	// Until the end of March the last hour is not there, from then on the first one is not: no day has all hours.
	{ name: 'follows another clock', ...usual, hours: officeHours, calls: 6, clock: 'UTC' },
	{ name: 'has two calls an hour at best', ...usual, hours: wholeDay, calls: 2, missing: 0.08 },
	{
		name: 'comes back after 100 days',
		...usual,
		hours: officeHours,
		days: 240,
		gap: [90, 190] as [number, number]
	}
])('a line of chance that $name is forecast no worse than naively, with intervals that hold', (line) => {
	const series = loadSeries(zone, poissonPoints(line));
	const { methods } = backtest(series, { trainDays: line.days - 70, horizonDays: 14 });
	const best = Math.min(...naiveMethods.map((name) => methods[name].wape ?? Infinity));
	expect((methods.offpeak.wape ?? NaN) / best).toBeLessThan(1.03);
	// Fifty-seven forecasts of the same days: a band for what chance does to so few.
	for (const held of [methods.offpeak.coverage80, ...Object.values(methods.offpeak.coverage80ByHorizon)]) {
		expect(held).toBeGreaterThan(0.76);
		expect(held).toBeLessThan(0.84);
	}
});

test('of a line with a call in some hours the intervals hold rather too often than too seldom', () => {
	const points = poissonPoints({ ...usual, hours: wholeDay, calls: 0.4 });
	const { methods } = backtest(loadSeries(zone, points), { trainDays: 90, horizonDays: 14 });
	// An hour that brings 0.1 calls is one of none nine times in ten: no interval of it holds 80 %.
	for (const held of [methods.offpeak.coverage80, ...Object.values(methods.offpeak.coverage80ByHorizon)]) {
		expect(held).toBeGreaterThan(0.77);
		expect(held).toBeLessThan(0.93);
	}
});

test.each([1, 2, 3])(
	'a line of workdays whose hours move is soon forecast by its new hours, seed %d',
	(seed) => {
		// From the 31st of March on, the 84th day, everything comes an hour later. The forecasts begin three weeks after.
		const points = poissonPoints({ ...usual, seed, calls: 50, clock: 'UTC', hours: officeHours });
		const workdays = points.filter(({ startAt }) => weekdayOf(wallTime(zone, startAt).date) <= 5);
		const { methods } = backtest(loadSeries(zone, workdays), { trainDays: 75, horizonDays: 10 });
		const best = Math.min(...naiveMethods.map((name) => methods[name].wape ?? Infinity));
		expect((methods.offpeak.wape ?? NaN) / best).toBeLessThan(1.02);
		expect(methods.offpeak.coverage80).toBeGreaterThan(0.76);
		expect(methods.offpeak.coverage80).toBeLessThan(0.84);
	}
);
