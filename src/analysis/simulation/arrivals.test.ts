import { expect, test } from 'vitest';
import { arrivalTimes } from './arrivals.ts';
import { seededRandom } from './random.ts';

test('calls come in order, each slot with its own rate', () => {
	const slots = [
		{ startAt: 0, endAt: 1000, expected: 400 },
		{ startAt: 1000, endAt: 1500, expected: 0 },
		{ startAt: 1500, endAt: 9000, expected: 900 }
	];
	const times = [...arrivalTimes(seededRandom(5), slots)];
	const between = (from: number, to: number) => times.filter((at) => at >= from && at < to).length;
	expect(times).toEqual(times.toSorted((a, b) => a - b));
	expect(Math.abs(between(0, 1000) - 400)).toBeLessThan(80);
	expect(between(1000, 1500)).toBe(0);
	expect(Math.abs(between(1500, 9000) - 900)).toBeLessThan(120);
	expect(times.length).toBe(between(0, 9000));
});

test('a slot is filled evenly, and its count varies as a Poisson count', () => {
	const days = Array.from({ length: 2000 }, (_, day) => [...arrivalTimes(seededRandom(day), [slot])]);
	const counts = days.map((times) => times.length);
	const mean = counts.reduce((sum, count) => sum + count, 0) / 2000;
	const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 2000;
	const early = days.flat().filter((at) => at < 25).length / days.flat().length;
	expect(mean).toBeCloseTo(20, 0);
	expect(variance / mean).toBeCloseTo(1, 0);
	expect(early).toBeCloseTo(0.25, 1);
});

const slot = { startAt: 0, endAt: 100, expected: 20 };
