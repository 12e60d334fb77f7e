import { describe, expect, test } from 'vitest';
import { sparkDay } from './sparkDay.ts';

describe('sparkDay', () => {
	test('draws today over the band of like days, and ends where today is', () => {
		const shape = sparkDay(
			[
				{ low: 0, high: 10, today: 5 },
				{ low: 5, high: 10, today: 10 },
				{ low: 0, high: 5, today: null },
				{ low: 0, high: 0, today: null }
			],
			48
		);
		expect(shape.line).toBe('M125,24L375,4');
		expect(shape.end).toEqual({ x: 37.5, y: 4 });
		expect(shape.band).toBe(
			'M0,4L250,4L250,4L500,4L500,24L750,24L750,44L1000,44L1000,44L1000,44L1000,44L750,44L750,44L500,44L500,24L250,24L250,44L0,44Z'
		);
	});

	test('stands without like days, without calls and without hours', () => {
		expect(sparkDay([{ low: null, high: null, today: 3 }]).band).toBe('');
		expect(sparkDay([{ low: 0, high: 0, today: 0 }]).end).toEqual({ x: 50, y: 40 });
		expect(sparkDay([])).toMatchObject({ band: '', line: '', end: null });
	});
});
