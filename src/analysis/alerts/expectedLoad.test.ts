import { describe, expect, it } from 'vitest';
import { expectedOfForecast, expectedOfLikeDays } from './expectedLoad.ts';

const forecast = {
	calls: Array.from({ length: 24 }, (_, hour) => (hour === 23 ? null : hour * 100)),
	p10: Array.from({ length: 24 }, (_, hour) => hour * 80),
	p90: Array.from({ length: 24 }, (_, hour) => hour * 130)
};
const date = '2026-03-02';

describe('what was expected of the last hour', () => {
	it('is made of the parts of the hours that it touches', () => {
		const parts = [
			{ date, hour: 9, part: 0.25 },
			{ date, hour: 10, part: 0.75 }
		];
		expect(expectedOfForecast(parts, () => forecast)).toEqual({ middle: 975, low: 780, high: 1267.5 });
	});

	it('is no narrower than chance', () => {
		const sure = { ...forecast, p10: forecast.calls.map(Number), p90: forecast.calls.map(Number) };
		const expected = expectedOfForecast([{ date, hour: 1, part: 1 }], () => sure);
		expect(expected?.low).toBeCloseTo(87.18, 2);
		expect(expected?.high).toBeCloseTo(112.82, 2);
	});

	it('is not known of an hour that was not forecast', () => {
		expect(expectedOfForecast([{ date, hour: 23, part: 1 }], () => forecast)).toBeNull();
		expect(expectedOfForecast([{ date, hour: 9, part: 1 }], () => null)).toBeNull();
	});

	it('is, without a forecast, what like days had', () => {
		expect(expectedOfLikeDays([90, 100, 110, 400])).toMatchObject({ middle: 105, high: 400 });
		expect(expectedOfLikeDays([100])).toBeNull();
	});
});
