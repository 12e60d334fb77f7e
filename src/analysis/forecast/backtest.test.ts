import { describe, expect, it } from 'vitest';
import { backtest } from './backtest.ts';
import { loadSeries } from './loadSeries.ts';
import { officePoints, zone } from './testing/officePoints.ts';

const day = 86_400_000;

describe('backtest', () => {
	it('gives the naive methods what they are, by hand', () => {
		// One count a day: week n has n on each day, and day 24 is not known.
		const points = Array.from({ length: 35 }, (_, i) => ({
			startAt: Date.UTC(2026, 0, 5) + i * day,
			offered: i === 24 ? null : 1 + Math.floor(i / 7)
		}));
		const { origins, methods } = backtest(loadSeries('UTC', points), { trainDays: 28, horizonDays: 7 });
		expect(origins).toBe(1);
		// The last week has 5 on each day: 4 a week before, 2.5 in the mean; the Thursday lacks its 4.
		expect(methods.seasonal_naive.wape).toBeCloseTo((6 * 1 + 2) / 35, 10);
		expect(methods.mean_4.wape).toBeCloseTo((6 * 2.5 + 3) / 35, 10);
		expect(methods.median_8.wape).toBeCloseTo((6 * 2.5 + 3) / 35, 10);
		expect(methods.seasonal_naive.rmse).toBeCloseTo(Math.sqrt((6 * 1 + 4) / 7), 10);
		expect(methods.seasonal_naive.mape).toBeCloseTo((6 * 0.2 + 0.4) / 7, 10);
		expect(methods.seasonal_naive.mase).toBeCloseTo(8 / 7, 10);
		expect(methods.seasonal_naive.byHorizon).toEqual({ '1': 0.2, '2-5': 0.25, '6-10': 0.2 });
		expect(methods.seasonal_naive.coverage80).toBeNull();
	});

	it('beats the naive methods on a line with a week, with intervals that hold', () => {
		const series = loadSeries(zone, officePoints({ days: 120 }));
		const { origins, methods, groups } = backtest(series, {
			trainDays: 90,
			horizonDays: 7,
			groupOf: (date) => (date.endsWith('1') ? ['ones'] : [])
		});
		expect(origins).toBe(24);
		expect(methods.offpeak.wape).toBeLessThan(0.97 * (methods.median_8.wape ?? 0));
		expect(methods.offpeak.coverage80).toBeGreaterThan(0.74);
		expect(methods.offpeak.coverage80).toBeLessThan(0.87);
		expect(Object.keys(methods.offpeak.byHorizon)).toEqual(['1', '2-5', '6-10']);
		expect(groups.ones?.offpeak.wape).toBeGreaterThan(0);
	});

	it('does not look ahead: what comes later changes nothing about a forecast', () => {
		const points = officePoints({ days: 44 });
		const otherwise = points.map((point, i) => (i < 310 ? point : { ...point, offered: 1_000 }));
		const firstDay = (all: typeof points) =>
			backtest(loadSeries(zone, all), {
				trainDays: 30,
				horizonDays: 7,
				groupOf: (date) => (date === '2025-02-05' ? ['first'] : [])
			}).groups.first?.offpeak;
		expect(firstDay(points)?.byHorizon['1']).toBeGreaterThan(0);
		expect(firstDay(otherwise)).toEqual(firstDay(points));
	});

	it('refuses a series that is too short', () => {
		const series = loadSeries(zone, officePoints({ days: 20 }));
		expect(() => backtest(series, { trainDays: 14, horizonDays: 7 })).toThrow('20 days are too few');
	});
});
