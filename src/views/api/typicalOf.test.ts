import { expect, test } from 'vitest';
import { emptyTally } from '#rollups/tally.ts';
import { typicalOf } from './typicalOf.ts';

const level = { threshold_seconds: 20, target: 0.8, formula: 'strict', short_abandon_seconds: 5 } as const;
const days = (...counts: number[]) => counts.map((answered) => ({ ...emptyTally(), answered }));

test('counts are means of a day, and the calls a median too', () => {
	expect(typicalOf(days(10, 12, 50), level)).toMatchObject({
		offered: 24,
		answered: 24,
		offered_median: 12,
		days: 3
	});
});

test('fewer days than the overview compares with have no median, and none nothing', () => {
	expect(typicalOf(days(10, 12), level)).toMatchObject({ offered: 11, offered_median: null, days: 2 });
	expect(typicalOf([], level)).toBeNull();
});
