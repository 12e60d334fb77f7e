import { expect, test } from 'vitest';
import { overviewTexts } from '#texts/overview.ts';
import { overviewOrder } from './overviewOrder.ts';

const queue = (name: string, rank: number, weight = 0) => ({ name, rank, weight });
const rows = [
	queue('b usual', 0),
	queue('fewer by 5', 1, 5),
	queue('a usual', 0),
	queue('more', 2, 1),
	queue('missed 9 earlier', 1, 9),
	queue('misses 3 now', 3, 3),
	queue('misses 8 now', 3, 8)
];

test('queues stand in the order that the page tells', () => {
	expect(overviewOrder(rows, 'en').map(({ name }) => name)).toEqual([
		'misses 8 now',
		'misses 3 now',
		'more',
		'missed 9 earlier',
		'fewer by 5',
		'a usual',
		'b usual'
	]);
	const told =
		/miss their target now.*more calls than usual.*fewer.*earlier.*others by name.*most calls come first/;
	expect(overviewTexts('en').order).toMatch(told);
	expect(overviewTexts('zh').order).toMatch(
		/此刻未达目标.*多于往常.*少于往常或先前未达目标.*按名称.*来电多的在前/
	);
});
