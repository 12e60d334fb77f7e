import { expect, test } from 'vitest';
import { chooseMixes, mixed } from './mix.ts';
import type { ReplayedDay } from './replay.ts';

const row = (calls: number) => Float64Array.of(calls, calls);

function replayed(
	count: number,
	{ model, like, naive }: { model: number; like: number; naive: number }
): ReplayedDay[] {
	return Array.from({ length: count }, (_, day) => ({
		day,
		ahead: 1,
		isSpecial: false,
		load: { mean: 0, variance: 0 },
		byModel: row(model),
		byLikeDays: row(like),
		naive: { seasonal_naive: row(naive), mean_4: row(naive), median_8: row(50) },
		counts: row(100)
	}));
}

test('half and half at first, then what has been nearer', () => {
	const part = (count: number) =>
		chooseMixes(replayed(count, { model: 100, like: 80, naive: 90 })).get('1')?.model ?? 0;
	expect(part(0)).toBe(0.5);
	expect(part(10)).toBeGreaterThan(0.5);
	expect(part(10)).toBeLessThan(0.75);
	expect(part(200)).toBeGreaterThan(0.85);
});

test('a naive method takes over when it has been winning, but not after a few days', () => {
	const method = (count: number, naive: number) =>
		chooseMixes(replayed(count, { model: 90, like: 90, naive })).get('2-5')?.method;
	expect(method(70, 98)).toBe('seasonal_naive');
	expect(method(70, 90.1)).toBe('offpeak');
	expect(method(10, 98)).toBe('offpeak');
});

test('of several naive methods that have been winning the best takes over', () => {
	const days = replayed(70, { model: 90, like: 90, naive: 96 });
	const better = days.map((day) => ({ ...day, naive: { ...day.naive, mean_4: row(98) } }));
	expect(chooseMixes(better).get('2-5')?.method).toBe('mean_4');
});

test('what a method does not know, the model does', () => {
	const [day] = replayed(1, { model: 10, like: NaN, naive: NaN });
	if (!day) throw new Error('no day');
	expect([...mixed(day, { method: 'offpeak', model: 0.3 })]).toEqual([10, 10]);
	expect([...mixed(day, { method: 'mean_4', model: 0.3 })]).toEqual([10, 10]);
});
