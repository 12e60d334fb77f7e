import { describe, expect, it } from 'vitest';
import { publicStep } from './publicSteps.ts';

describe('publicStep', () => {
	it.each([
		[0, 1],
		[59_999, 1],
		[60_000, 1],
		[60_001, 2],
		[180_000, 3],
		[180_001, 5],
		[5 * 60_000 + 1, 10],
		[31 * 60_000, 45],
		[3_600_000, 60],
		[3_600_001, null],
		[86_400_000, null]
	])('rounds %d ms up to %s minutes', (waitMs, minutes) => {
		expect(publicStep(waitMs)).toBe(minutes);
	});
});
