import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftCover } from './shiftCover.ts';

const hours = (slots: number[]) => slots.reduce((sum, agents) => sum + agents, 0);

describe('the fewest agent slots', () => {
	test('without a shortest shift people come and go with the need', () => {
		expect(shiftCover([1, 5, 2, 0, 3], 1)).toEqual([1, 5, 2, 0, 3]);
	});

	test('two shifts that overlap, rather than one over the other', () => {
		expect(shiftCover([1, 1, 2, 2, 1, 1], 4)).toEqual([1, 1, 2, 2, 1, 1]);
	});

	test('a peak of one slot takes whole shifts', () => {
		expect(hours(shiftCover([0, 0, 3, 0, 0], 3))).toBe(9);
	});

	test('an opening shorter than a shift is one shift', () => {
		expect(shiftCover([1, 3, 2], 8)).toEqual([3, 3, 3]);
	});

	test('nobody needed, nobody there; no slots, no answer', () => {
		expect(shiftCover([0, 0, 0], 2)).toEqual([0, 0, 0]);
		expect(shiftCover([], 2)).toEqual([]);
	});
});

/** The least cost by trying all ways to start shifts, for short days. */
function fewestByTrying(needs: number[], shortest: number): number {
	const slots = needs.length;
	const shift = Math.min(shortest, slots);
	const shifts: [number, number][] = [];
	for (let from = 0; from < slots; from++)
		for (let to = from + shift; to <= Math.min(slots, from + 2 * shift - 1); to++) shifts.push([from, to]);
	const seen = new Map<string, number>();
	const best = (rest: number[]): number => {
		const slot = rest.findIndex((need) => need > 0);
		if (slot < 0) return 0;
		const key = rest.join();
		const known = seen.get(key);
		if (known !== undefined) return known;
		const costs = shifts
			.filter(([from, to]) => from <= slot && slot < to)
			.map(
				([from, to]) =>
					to - from + best(rest.map((need, i) => (from <= i && i < to ? Math.max(0, need - 1) : need)))
			);
		const least = Math.min(...costs);
		seen.set(key, least);
		return least;
	};
	return best(needs);
}

test('never more than trying everything finds, and never too few', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 7 }),
			fc.integer({ min: 1, max: 4 }),
			(needs, shortest) => {
				const present = shiftCover(needs, shortest);
				present.forEach((agents, slot) => expect(agents).toBeGreaterThanOrEqual(needs[slot] ?? 0));
				expect(hours(present)).toBe(fewestByTrying(needs, shortest));
			}
		),
		{ seed: 7, numRuns: 300 }
	);
});

test('a day of quarter hours with a hundred agents', () => {
	const needs = Array.from({ length: 96 }, (_, i) => Math.round(50 + 50 * Math.sin(i / 7)));
	const present = shiftCover(needs, 24);
	expect(present.every((agents, slot) => agents >= (needs[slot] ?? 0))).toBe(true);
});
