import { expect, test } from 'vitest';
import { belowTarget, type ServedSlot } from './belowTarget.ts';

const good: ServedSlot = [19, 20];
const bad: ServedSlot = [5, 20];

test('names the stretch that lost most, with its share', () => {
	expect(belowTarget([good, good, bad, bad, good, good, good], 0.8)).toEqual({
		from: 2,
		to: 4,
		missed: 22,
		ongoing: false,
		callers: 40,
		share: 0.25
	});
});

test('what lasts until now is ongoing, also when the last quarter hour has hardly begun', () => {
	expect(belowTarget([good, bad, bad], 0.8)).toMatchObject({ from: 1, to: 3, ongoing: true });
	expect(belowTarget([good, bad, bad, [1, 1]], 0.8)).toMatchObject({ from: 1, ongoing: true });
	expect(belowTarget([bad, [0, 0], [0, 0], [0, 0]], 0.8)).toMatchObject({ ongoing: true });
});

test('a short recovery does not cut it in two', () => {
	expect(belowTarget([good, bad, [17, 20], bad], 0.8)).toMatchObject({ from: 1, to: 4 });
});

test('a day on target, an empty one and a few callers are not worth a sentence', () => {
	expect(belowTarget([good, [16, 20], good], 0.8)).toBeNull();
	expect(belowTarget([], 0.8)).toBeNull();
	expect(belowTarget([[0, 3]], 0.8)).toBeNull();
});
