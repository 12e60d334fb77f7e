import { expect, test } from 'vitest';
import { sourceProblems, type SourceLately } from './sourceProblems.ts';

const fine: SourceLately = {
	read: 200,
	refused: 0,
	fromFuture: 0,
	leastDelayMs: 2_000,
	mostAheadMs: 0,
	usualDelayMs: 3_000
};

test.each<[string, Partial<SourceLately>, object[]]>([
	['nothing', {}, []],
	['a few refused', { refused: 9, read: 0 }, []],
	['refused among many', { refused: 10, read: 191 }, []],
	['many refused', { refused: 11, read: 189 }, [{ kind: 'refused', refused: 11, of: 200 }]],
	['a second ahead', { mostAheadMs: 59_000 }, []],
	['ahead', { mostAheadMs: 61_000 }, [{ kind: 'ahead', seconds: 61, refused: 0 }]],
	['refused from the future', { fromFuture: 2 }, [{ kind: 'ahead', seconds: null, refused: 2 }]],
	['late', { leastDelayMs: 900_000 }, [{ kind: 'late', delaySeconds: 900, usualSeconds: 3 }]],
	['late as usual', { leastDelayMs: 900_000, usualDelayMs: 86_400_000 }, []],
	['nothing came', { read: 0, leastDelayMs: null, mostAheadMs: null, usualDelayMs: null }, []]
])('%s', (_, lately, problems) => {
	expect(sourceProblems({ ...fine, ...lately }, [])).toEqual(problems);
});

test('a silence that lasts comes first, one that is over is none', () => {
	const over = { fromAt: 1, toAt: 2 };
	expect(sourceProblems(fine, [over])).toEqual([]);
	expect(sourceProblems({ ...fine, fromFuture: 1 }, [over, { fromAt: 3, toAt: null }])).toMatchObject([
		{ kind: 'silent', sinceAt: 3 },
		{ kind: 'ahead' }
	]);
});
