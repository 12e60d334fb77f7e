import { expect, test } from 'vitest';
import { trendLine } from './trendLine.ts';

const point = (value: number | null, partial = false) => ({ label: '', tick: null, value, partial });

test('a line from 0, broken where nothing is known, without the interval that is still running', () => {
	const shape = trendLine([point(10), point(20), point(null), point(40), point(5, true)], { height: 100 });
	expect(shape.line).toBe('M100,75L300,50M700,0Z');
	expect(shape.points).toEqual([
		{ x: 10, y: 75, partial: false },
		{ x: 30, y: 50, partial: false },
		{ x: 70, y: 0, partial: false },
		{ x: 90, y: 87.5, partial: true }
	]);
	expect(shape.countTicks.map(({ value }) => value)).toEqual([0, 10, 20, 30, 40]);
	expect(shape.target).toBeNull();
});

test('the target is always within', () => {
	const shape = trendLine([point(0.2), point(0.4), point(0.3), point(0.1)], {
		target: 0.8,
		height: 100
	});
	expect(shape.target).toBe(0);
});

test('nothing at all is a flat, empty chart', () => {
	expect(trendLine([])).toMatchObject({ line: '', points: [] });
	expect(trendLine([point(0)]).points[0]?.y).toBe(200);
});
