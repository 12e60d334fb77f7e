import { expect, it } from 'vitest';
import { rowMiddle, yearBars, type YearDay } from './yearStrip.ts';

const day = (number: number, factor: number | null): YearDay => ({
	day: number,
	label: '',
	factor,
	special: true,
	mark: null,
	noted: false,
	coming: false
});

it('draws more up and fewer down, alike for double and half', () => {
	const [double, half] = yearBars([day(1, 2), day(31, 0.5)]);
	expect(double?.y).toBe(rowMiddle - (double?.height ?? 0));
	expect(half).toMatchObject({ y: rowMiddle, height: double?.height });
	expect(half?.x).toBeCloseTo(30.08);
});

it('ends at double and half, also for none at all', () => {
	const heights = yearBars([day(1, 2), day(2, 9), day(3, 0)]).map((bar) => bar.height);
	expect(heights).toEqual([11, 11, 11]);
});

it('leaves out what is not known, and still shows an ordinary day', () => {
	const bars = yearBars([day(1, null), day(2, 1)]);
	expect(bars).toHaveLength(1);
	expect(bars[0]?.height).toBeGreaterThan(0);
});
