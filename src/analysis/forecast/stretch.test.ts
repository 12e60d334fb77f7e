import { expect, test } from 'vitest';
import { stretchOf } from './stretch.ts';

const held = (inside: number, count: number) =>
	Array.from({ length: count }, (_, day) => ({ day, ahead: 1, inside }));

test('intervals that miss are widened, those that always hold narrowed, and neither without end', () => {
	expect(stretchOf([])).toEqual({});
	expect(stretchOf(held(0.8, 50))['1']).toBe(1);
	expect(stretchOf(held(0.6, 10))['1']).toBeCloseTo(Math.exp(0.3), 10);
	expect(stretchOf(held(1, 10))['1']).toBeCloseTo(Math.exp(-0.3), 10);
	expect(stretchOf(held(0, 500))['1']).toBe(2);
	expect(stretchOf(held(1, 500))['1']).toBe(0.6);
	expect(stretchOf(held(0.6, 10))['2-5']).toBeUndefined();
});
