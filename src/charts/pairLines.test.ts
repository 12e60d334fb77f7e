import { expect, test } from 'vitest';
import { pairLines } from './pairLines.ts';

const point = (a: number | null, b: number | null) => ({ labelA: 'x', labelB: 'y', tick: 'x', a, b });

test('draws both lines from 0, broken where nothing is known', () => {
	const shape = pairLines([point(10, 20), point(null, 10), point(20, 0), point(0, 5)], { height: 100 });
	expect(shape.b).toBe('M125,0L375,50L625,100L875,75');
	expect(shape.a).toBe('M125,50ZM625,0L875,100');
	expect(shape.countTicks[0]).toEqual({ value: 0, y: 100 });
});

test('takes nothing', () => {
	expect(pairLines([])).toMatchObject({ a: '', b: '', timeTicks: [] });
});
