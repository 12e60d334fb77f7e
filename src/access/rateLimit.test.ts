import { expect, test } from 'vitest';
import { RateLimit } from './rateLimit.ts';

test('lets a minute’s worth through at once, then one as each comes back', () => {
	const limit = new RateLimit(60);
	for (let i = 59; i >= 0; i--)
		expect(limit.take('a', 0)).toMatchObject({ allowed: true, limit: 60, remaining: i });
	expect(limit.take('a', 0)).toEqual({
		allowed: false,
		limit: 60,
		remaining: 0,
		retrySeconds: 1,
		resetSeconds: 60
	});
	expect(limit.take('a', 999).allowed).toBe(false);
	expect(limit.take('a', 1_000).allowed).toBe(true);
	expect(limit.take('a', 1_500).allowed).toBe(false);
	expect(limit.take('b', 1_500)).toMatchObject({ allowed: true, remaining: 59 });
});

test('a refused request costs nothing, and a look neither', () => {
	const limit = new RateLimit(2);
	limit.take('a', 0);
	expect(limit.take('a', 0, 0)).toMatchObject({ allowed: true, remaining: 1 });
	limit.take('a', 0);
	for (let i = 0; i < 5; i++) expect(limit.take('a', 0).allowed).toBe(false);
	expect(limit.take('a', 30_000).allowed).toBe(true);
});

test('a clock that goes back gives nothing away', () => {
	const limit = new RateLimit(1);
	limit.take('a', 60_000);
	expect(limit.take('a', 0).allowed).toBe(false);
});

test('forgets who has not asked for a minute, and the oldest where too many ask', () => {
	const limit = new RateLimit(10, 100);
	for (let i = 0; i < 1_000; i++) limit.take(`a${i}`, i);
	expect(limit.size).toBe(100);
	limit.take('late', 70_000);
	expect(limit.size).toBe(1);
});
