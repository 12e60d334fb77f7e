import { expect, it } from 'vitest';
import { isWallTime, minuteOf, wallClock } from './wallClock.ts';

it('reads and writes times of day, to 24:00', () => {
	for (const text of ['00:00', '09:05', '23:59', '24:00']) expect(wallClock(minuteOf(text))).toBe(text);
	expect(wallClock(1800)).toBe('06:00');
	expect(minuteOf('13:30')).toBe(810);
});

it.each(['9:00', '24:01', '25:00', '12:60', '1200', '12:00:00', '', 'noon'])('%j is none', (text) => {
	expect(isWallTime(text)).toBe(false);
	expect(() => minuteOf(text)).toThrow('not a time of day');
});
