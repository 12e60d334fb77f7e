import type { Shift } from '#model/shift.ts';
import type { Interval } from '#time/intervals.ts';

/** How many of the shifts' people are there for all of a slot: the fewest at any moment of it. */
export function plannedAgents(shifts: Shift[], { startAt, endAt }: Interval): number {
	const touching = shifts.filter((shift) => shift.startAt < endAt && shift.endAt > startAt);
	const moments = [startAt, ...touching.flatMap((shift) => (shift.endAt < endAt ? [shift.endAt] : []))];
	return Math.min(...moments.map((at) => peopleAt(touching, at)));
}

function peopleAt(shifts: Shift[], at: number): number {
	return shifts.reduce((sum, shift) => sum + (shift.startAt <= at && at < shift.endAt ? shift.agents : 0), 0);
}
