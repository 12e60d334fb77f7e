import type { Quiet } from '#model/alert.ts';
import { nextOpening, openAt, type Opening } from '#time/serviceHours.ts';
import { minuteOf } from '#time/wallClock.ts';
import { addDays, instantOf, wallTime } from '#time/zone.ts';

/**
 * When the quiet hours that hold an instant are over, by the clock of the queue; null: they are not.
 * A queue that does not open within 40 days is quiet for ever.
 */
export function quietUntil(quiet: Quiet, queue: Opening, at: number): number | null {
	if (quiet === 'never') return null;
	if (quiet === 'closed') return openAt(queue, at) ? null : (nextOpening(queue, at) ?? Infinity);
	const { date } = wallTime(queue.zone, at);
	const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
	// Those that began the evening before are still quiet in the morning.
	for (const day of [addDays(date, -1), date]) {
		const startAt = instantOf(queue.zone, day, from);
		const endAt = instantOf(queue.zone, to > from ? day : addDays(day, 1), to);
		if (startAt <= at && at < endAt) return endAt;
	}
	return null;
}
