import { expect, test } from 'vitest';
import { topicBars } from './topicBars.ts';

test('bars lie on each other’s ends, the widest fills the width', () => {
	const shape = topicBars([
		{ name: 'refund', answered: 15, abandoned: 5, other: 0 },
		{ name: 'theft', answered: 4, abandoned: 0, other: 1 }
	]);
	expect(shape.height).toBe(80);
	expect(shape.bars).toEqual([
		{
			name: 'refund',
			total: 20,
			y: 0,
			parts: [
				{ end: 'answered', x: 0, width: 75 },
				{ end: 'abandoned', x: 75, width: 25 }
			]
		},
		{
			name: 'theft',
			total: 5,
			y: 40,
			parts: [
				{ end: 'answered', x: 0, width: 20 },
				{ end: 'other', x: 20, width: 5 }
			]
		}
	]);
});

test('without a call there is nothing to divide by', () => {
	expect(topicBars([]).height).toBe(0);
	expect(topicBars([{ name: 'none', answered: 0, abandoned: 0, other: 0 }]).bars[0]?.parts).toEqual([]);
});
