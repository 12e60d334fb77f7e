import type { ServiceHours } from '#model/queue.ts';
import { isWallTime, minuteOf } from './wallClock.ts';

/**
 * What is wrong with service hours of the right shape, and where (`mon.0`): a time that is none, a range without
 * length, or one that overlaps another of its day. Null when all is well. An end before its start is over midnight.
 */
export function serviceHoursProblem(hours: ServiceHours): { field: string; message: string } | null {
	for (const [day, ranges] of Object.entries(hours)) {
		for (const [i, [start, end]] of ranges.entries()) {
			const field = `${day}.${i}`;
			for (const text of [start, end])
				if (!isWallTime(text))
					return { field, message: `Expected a time from 00:00 to 24:00, got "${text}".` };
			if (start === end || start === '24:00')
				return { field, message: `A range must take some time; the whole day is ["00:00", "24:00"].` };
			if (ranges.slice(0, i).some((other) => overlap(other, [start, end])))
				return { field, message: `${start}–${end} overlaps another range of the day.` };
		}
	}
	return null;
}

function overlap(one: [string, string], other: [string, string]): boolean {
	const [a, b] = [minutes(one), minutes(other)];
	return a.start < b.end && b.start < a.end;
}

function minutes([start, end]: [string, string]): { start: number; end: number } {
	const [from, to] = [minuteOf(start), minuteOf(end)];
	return { start: from, end: to < from ? to + 1440 : to };
}
