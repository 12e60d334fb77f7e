import { expect, test } from 'vitest';
import { KnownAskers } from './knownAskers.ts';

test('knows who was let in, for a while', () => {
	const known = new KnownAskers(1_000);
	expect(known.knows('a', 0)).toBe(false);
	known.see('a', 0);
	expect(known.knows('a', 999)).toBe(true);
	expect(known.knows('b', 999)).toBe(false);
	expect(known.knows('a', 1_000)).toBe(false);
	known.see('a', 1_000);
	expect(known.knows('a', 1_999)).toBe(true);
});

test('forgets who was not let in for a while, and the oldest where there are too many', () => {
	const known = new KnownAskers(1_000, 3);
	for (let i = 0; i < 5; i++) known.see(`${i}`, i);
	expect(known.size).toBe(3);
	expect(known.knows('1', 5)).toBe(false);
	expect(known.knows('2', 5)).toBe(true);
	known.see('late', 1_004);
	expect(known.size).toBe(1);
});
