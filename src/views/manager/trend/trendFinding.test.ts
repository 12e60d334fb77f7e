import { expect, test } from 'vitest';
import { trendFinding } from './trendFinding.ts';

const weeks = (...counts: number[]) => counts.map((offered, i) => ({ label: `week ${i + 1}`, offered }));

test.each([
	[weeks(), 'The first of them is not over yet, so there is nothing to compare.'],
	[weeks(5), 'Week 1: 5 calls; there is nothing before to compare with.'],
	[weeks(90, 110, 100), 'Week 3: 100 calls, within what the 2 weeks before had (90 to 110).'],
	[
		weeks(90, 110, 150),
		'Week 3: 150 calls, more than any of the 2 weeks before (at most 110; 50% above their median).'
	],
	[
		weeks(90, 110, 80),
		'Week 3: 80 calls, fewer than any of the 2 weeks before (at least 90; 20% below their median).'
	],
	[
		weeks(999, ...Array<number>(12).fill(100), 120),
		'Week 14: 120 calls, more than any of the 12 weeks before (at most 100; 20% above their median).'
	]
])('%j', (counts, sentence) => expect(trendFinding(counts, 'week', 'en')).toBe(sentence));

test('months, in Chinese', () => {
	expect(trendFinding(weeks(90, 100), 'month', 'zh')).toContain('此前 1 个月中的任何一个');
});
