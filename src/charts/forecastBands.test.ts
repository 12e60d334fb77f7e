import { describe, expect, it } from 'vitest';
import { forecastBands, type ForecastBand } from './forecastBands.ts';

function band(expected: number | null, more: Partial<ForecastBand> = {}): ForecastBand {
	const calls = expected ?? 0;
	return {
		label: '',
		tick: null,
		expected,
		interval50: [calls * 0.9, calls * 1.1],
		interval80: [calls * 0.8, calls * 1.2],
		interval95: [calls * 0.5, calls * 2],
		came: null,
		partial: false,
		...more
	};
}

describe('the shape of a forecast', () => {
	it('has the widest interval behind and room for the highest of all', () => {
		const shape = forecastBands([band(50), band(20, { came: 80 })], { height: 100 });
		expect(shape.bands.map(({ name }) => name)).toEqual(['interval95', 'interval80', 'interval50']);
		expect(shape.countTicks.at(-1)?.value).toBe(100);
		expect(shape.bands[0]?.path).toBe('M0,75V0h500V75ZM500,90V60h500V90Z');
		expect(shape.expected).toBe('M0,50h500M500,80h500');
	});

	it('draws nothing where nothing was forecast or nothing is expected', () => {
		const shape = forecastBands([band(null), band(0), band(10)], { height: 100 });
		expect(shape.expected.match(/M/g)).toHaveLength(1);
		expect(shape.bands.every(({ path }) => path.match(/M/g)?.length === 1)).toBe(true);
	});

	it('puts what came at the middle of its hour, and an hour that runs beside the line', () => {
		const hours = [
			band(10, { came: 10 }),
			band(10, { came: 5 }),
			band(10, { came: 2, partial: true }),
			band(10)
		];
		const shape = forecastBands(hours, { height: 100 });
		expect(shape.points).toEqual([
			{ x: 12.5, y: 50, partial: false },
			{ x: 37.5, y: 75, partial: false },
			{ x: 62.5, y: 90, partial: true }
		]);
		expect(shape.line).toBe('M125,50L375,75');
	});

	it('marks the one that was chosen', () => {
		expect(forecastBands([band(1), band(1, { chosen: true })]).chosen).toEqual({ x: 50, width: 50 });
		expect(forecastBands([band(1)]).chosen).toBeNull();
		expect(forecastBands([]).points).toEqual([]);
	});
});
