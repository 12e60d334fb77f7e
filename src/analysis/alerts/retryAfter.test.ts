import { expect, test } from 'vitest';
import { retryAfter } from './retryAfter.ts';

test('pauses grow, and end', () => {
	const pauses = Array.from({ length: 20 }, (_, i) => retryAfter(i + 1));
	const known = pauses.filter((pause) => pause !== null);
	expect(known[0]).toBe(10_000);
	expect(known).toEqual([...known].sort((a, b) => a - b));
	expect(known.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(12 * 3_600_000);
	expect(pauses.slice(known.length)).toEqual(pauses.slice(known.length).map(() => null));
	expect(known.length).toBeLessThan(20);
});
