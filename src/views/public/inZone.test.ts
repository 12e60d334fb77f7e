import { expect, it } from 'vitest';
import { bestTime } from '#analysis/bestTime.ts';
import { busyMornings, officeLine, typicalOf } from '#analysis/fixtures/weeks.ts';
import { inZone } from './inZone.ts';

it('writes instants in another zone and leaves the line’s own week alone', () => {
	const now = Date.parse('2026-06-16T10:20:34+08:00');
	const queue = officeLine();
	const answer = bestTime({ queue, lang: 'en', now, typical: typicalOf(queue, now, busyMornings) });
	const there = inZone(answer, 'America/New_York');
	expect(there.as_of).toBe('2026-06-15T22:20:00-04:00');
	expect(there.open.until).toBe('2026-06-16T06:00:00-04:00');
	expect(there.best.map(({ start }) => Date.parse(start))).toEqual(
		answer.best.map(({ start }) => Date.parse(start))
	);
	expect(there.best.every(({ end }) => end.endsWith('-04:00'))).toBe(true);
	expect(there.week).toEqual(answer.week);
	expect(there.verdict).toBe(answer.verdict);
});
