import { addDays, instantOf, wallTime, weekdayOf } from './zone.ts';

/** An hour of the week by the clock on the wall. */
export interface WeekSlot {
	/** 1 = Monday, 7 = Sunday. */
	weekday: number;
	/** 0..23 */
	hour: number;
}

/** The first instant after `afterAt` at which that hour begins; one that the clock skips begins where it goes on. */
export function nextWeekSlot(zone: string, { weekday, hour }: WeekSlot, afterAt: number): number {
	const today = wallTime(zone, afterAt).date;
	const date = addDays(today, (weekday - weekdayOf(today) + 7) % 7);
	const at = instantOf(zone, date, hour * 60);
	return at > afterAt ? at : instantOf(zone, addDays(date, 7), hour * 60);
}
