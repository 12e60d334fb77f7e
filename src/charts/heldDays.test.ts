import { expect, test } from 'vitest';
import { heldDays } from './heldDays.ts';

const day = (share: number | null, replayed = false) => ({ label: 'd', tick: 'd', share, replayed });

test('a bar reaches as high as its share, and a day without callers has none', () => {
	const shape = heldDays([day(0.5), day(null), day(1, true), day(0)], 0.8, 200);
	expect(shape.bars.map(({ x, y, height, replayed }) => [x, y, height, replayed])).toEqual([
		[3.75, 100, 100, false],
		[53.75, 0, 200, true],
		[78.75, 200, 0, false]
	]);
	expect(shape.promisedY).toBeCloseTo(40);
	expect([shape.hasTold, shape.hasReplayed]).toEqual([true, true]);
});

test('no days are no bars', () => {
	expect(heldDays([], 0.8)).toMatchObject({ bars: [], hasTold: false, hasReplayed: false });
});
