import { expect, test } from 'vitest';
import { splitHours } from './splitHours.ts';

const half = 1_800_000;
const slots = Array.from({ length: 4 }, (_, i) => ({ startAt: i * half, endAt: (i + 1) * half }));
const hours = [
	{ startAt: 0, endAt: 2 * half, calls: 30 },
	{ startAt: 2 * half, endAt: 4 * half, calls: 10 }
];

test('calls of an hour go to its slots by their weights', () => {
	expect(splitHours(slots, hours, ({ startAt }) => (startAt === 0 ? 2 : 1))).toEqual([20, 10, 5, 5]);
});

test('a closed half hour gets none, and an hour without any open slot is left out', () => {
	expect(splitHours(slots, hours, ({ startAt }) => (startAt === half ? 1 : 0))).toEqual([0, 30, 0, 0]);
});
