import { describe, expect, it } from 'vitest';
import { markHeight, stripHeight, stripRow, stripTicks, type StripHour } from './weekStrip.ts';

const hour = (hour: number, level: StripHour['level'], best = false): StripHour => ({ hour, level, best });

describe('stripRow', () => {
	it('makes each level taller than the one below, from one ground line', () => {
		const { bars } = stripRow([hour(9, 1), hour(10, 2), hour(11, 3), hour(12, 4), hour(13, 5)]);
		bars.forEach((bar, i) => {
			expect(bar.height).toBeGreaterThan((bars[i - 1]?.height ?? 0) + 2);
			expect(bar.y + bar.height).toBeCloseTo(stripHeight - markHeight - 1);
			expect(bar.y).toBeGreaterThanOrEqual(0);
		});
	});

	it('keeps bars in their hour and joins the hours without one', () => {
		const { bars, gaps } = stripRow([hour(8, null), hour(9, 3), hour(10, null), hour(11, null)]);
		expect(bars.map(({ x, width }) => [Math.floor(x), Math.floor(x + width)])).toEqual([[1, 1]]);
		expect(gaps).toEqual([
			{ x: 0, width: 1, closed: false },
			{ x: 2, width: 2, closed: false }
		]);
	});

	it('tells closed hours from those of which nothing is known', () => {
		const closed = (at: number) => ({ ...hour(at, null), closed: true });
		expect(stripRow([closed(8), closed(9), hour(10, null), hour(11, 2)]).gaps).toEqual([
			{ x: 0, width: 2, closed: true },
			{ x: 2, width: 1, closed: false }
		]);
	});

	it('remembers which hours are recommended', () => {
		expect(stripRow([hour(9, 1, true), hour(10, 1)]).bars.map(({ best }) => best)).toEqual([true, false]);
	});
});

describe('stripTicks', () => {
	it('names fewer hours the more there are, at their left edge', () => {
		expect(stripTicks([9, 10, 11, 12])).toEqual([
			{ hour: 9, at: 0 },
			{ hour: 10, at: 0.25 },
			{ hour: 11, at: 0.5 },
			{ hour: 12, at: 0.75 }
		]);
		const day = Array.from({ length: 24 }, (_, i) => i);
		expect(stripTicks(day).map(({ hour }) => hour)).toEqual([0, 3, 6, 9, 12, 15, 18, 21]);
	});
});
