import { expect, test } from 'vitest';
import { nextWeekSlot } from './weekSlot.ts';

const at = (text: string) => Date.parse(text);

test.each([
	['Asia/Shanghai', 1, 8, '2026-11-22T12:00:00+08:00', '2026-11-23T08:00:00+08:00'],
	['Asia/Shanghai', 1, 8, '2026-11-23T07:59:59+08:00', '2026-11-23T08:00:00+08:00'],
	['Asia/Shanghai', 1, 8, '2026-11-23T08:00:00+08:00', '2026-11-30T08:00:00+08:00'],
	['Asia/Shanghai', 7, 0, '2026-11-23T08:00:00+08:00', '2026-11-29T00:00:00+08:00'],
	// The clock goes back in between; the hour on the wall stays.
	['America/New_York', 1, 8, '2026-10-26T08:00:00-04:00', '2026-11-02T08:00:00-05:00'],
	// There is no 2 o'clock on that Sunday.
	['America/New_York', 7, 2, '2026-03-02T08:00:00-05:00', '2026-03-08T03:00:00-04:00'],
	['America/New_York', 7, 2, '2026-03-08T03:00:00-04:00', '2026-03-15T02:00:00-04:00']
])('%s, weekday %i at %i: after %s comes %s', (zone, weekday, hour, after, next) =>
	expect(new Date(nextWeekSlot(zone, { weekday, hour }, at(after))).toISOString()).toBe(
		new Date(at(next)).toISOString()
	)
);
