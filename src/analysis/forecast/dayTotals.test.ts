import { expect, test } from 'vitest';
import { dayTotals } from './dayTotals.ts';

const monday = 4; // 1970-01-05
const dayOf = (week: number, counts: number[]) => ({
	day: monday + 7 * week,
	date: '',
	counts: Float64Array.from(counts)
});

test('fills in what is not known by what the weekday usually has there, and says how much that is', () => {
	const totals = dayTotals([
		dayOf(0, [10, 20, 10, NaN]),
		dayOf(1, [10, NaN, 10, NaN]),
		dayOf(2, [NaN, NaN, 10, NaN]),
		dayOf(3, [NaN, NaN, NaN, NaN])
	]);
	// The last slot, which no Monday has, is no part of a Monday.
	expect(totals).toEqual([{ calls: 40, known: 1 }, { calls: 40, known: 0.5 }, null, null]);
});
