import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeLine } from './fixtures/weeks.ts';
import { levels } from './levels.ts';
import type { TypicalHours } from './typicalHours.ts';

const queue = officeLine();
const minutes = (value: number) => ({
	medianMs: value * 30_000,
	mostMs: value * 60_000,
	nearlyAllMs: value * 90_000
});

describe('levels', () => {
	it('are the fifths of the open hours of the week by expected wait', () => {
		// 45 open hours, all different: nine at each level.
		const typical: TypicalHours = (_kind, weekday, hour) =>
			minutes(4 * 1.08 ** ((weekday - 1) * 9 + hour - 9));
		const level = levels(queue, typical);
		const counts = new Map<number, number>();
		for (let i = 0; i < 45; i++) {
			const found = level(minutes(4 * 1.08 ** i));
			expect(found).toBe(Math.floor(i / 9) + 1);
			counts.set(found, (counts.get(found) ?? 0) + 1);
		}
		expect([...counts.values()]).toEqual([9, 9, 9, 9, 9]);
	});

	it('put hours that are all alike in the middle', () => {
		expect(levels(queue, () => minutes(12))(minutes(12))).toBe(3);
	});

	it('place hours of other days among those of the week', () => {
		const level = levels(queue, (_kind, weekday, hour) => minutes(4 + weekday + hour));
		expect(level(minutes(200))).toBe(5);
		expect(level(minutes(3.5))).toBe(1);
	});

	it('are whole, 1 to 5, never above 2 where most callers wait under 3 minutes, and rise with the wait', () => {
		const waits = fc.array(fc.double({ min: 0, max: 90, noNaN: true }), { minLength: 45, maxLength: 45 });
		fc.assert(
			fc.property(waits, (week) => {
				const typical: TypicalHours = (_kind, weekday, hour) =>
					minutes(week[(weekday - 1) * 9 + hour - 9] ?? 0);
				const level = levels(queue, typical);
				const found = week.toSorted((a, b) => a - b).map((wait) => ({ wait, level: level(minutes(wait)) }));
				found.forEach((hour, i) => {
					expect([1, 2, 3, 4, 5]).toContain(hour.level);
					if (hour.wait <= 3) expect(hour.level).toBeLessThanOrEqual(2);
					expect(hour.level).toBeGreaterThanOrEqual(found[i - 1]?.level ?? 1);
				});
			}),
			{ seed: 20260101, numRuns: 200 }
		);
	});
});
