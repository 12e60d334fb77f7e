import { expect, test } from 'vitest';
import { mergeInOrder } from './mergeInOrder.ts';

test('several ordered streams become one, empty ones included', () => {
	const merged = mergeInOrder([[1, 5, 5, 9], [], [2, 5], [0]], (item) => item);
	expect([...merged]).toEqual([0, 1, 2, 5, 5, 5, 9]);
});

test('no more is read than is asked for', () => {
	let read = 0;
	function* counting() {
		for (;;) yield read++;
	}
	const merged = mergeInOrder([counting()], (item) => item);
	for (let i = 0; i < 3; i++) merged.next();
	expect(read).toBeLessThanOrEqual(4);
});
