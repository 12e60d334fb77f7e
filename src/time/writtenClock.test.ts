import { expect, it } from 'vitest';
import { formatInstant } from './zone.ts';
import { writtenClock } from './writtenClock.ts';

it.each([
	['Asia/Shanghai', '18:20:31', '18:21:30'],
	['America/New_York', '05:20:31', '05:21:30'],
	['Asia/Kathmandu', '16:05:31', '16:06:30'],
	['UTC', '10:20:31', '10:21:30']
])('reads the clock of %s off the text of an instant', (zone, then, later) => {
	const at = Date.UTC(2026, 10, 24, 10, 20, 31);
	expect(writtenClock(formatInstant(zone, at))).toBe(then);
	expect(writtenClock(formatInstant(zone, at), 59_400)).toBe(later);
});

it('goes on past midnight', () => {
	expect(writtenClock('2026-11-24T23:59:59+08:00', 1000)).toBe('00:00:00');
});
