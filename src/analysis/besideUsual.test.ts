import { expect, it } from 'vitest';
import type { Level } from '#model/publicAnswer.ts';
import { besideUsual } from './besideUsual.ts';

const hour = (level: Level, half_under: number | null, most_under: number | null) => ({
	level,
	wait: { half_under, most_under }
});

it.each([
	['shorter waits at a lower level', hour(2, 1, 5), hour(4, 1, 10), 'quieter'],
	['longer waits at a higher level', hour(5, 30, null), hour(4, 30, 60), 'busier'],
	['longer for half, shorter for most', hour(2, 3, 5), hour(3, 1, 10), 'other'],
	['the same level', hour(3, 3, 5), hour(3, 1, 5), null],
	['nothing usual', hour(3, 3, 5), null, null]
] as const)('%s', (_, now, usual, expected) => expect(besideUsual(now, usual)).toBe(expected));
