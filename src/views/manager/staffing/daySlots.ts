import type { Interval } from '#time/intervals.ts';
import { addDays, dayStart } from '#time/zone.ts';
import type { PlanGrain } from './staffingQuestion.ts';

const slotMs: Record<PlanGrain, number> = { quarter: 900_000, half: 1_800_000 };

/** The slots of a day of the zone: 92 or 100 quarter hours where the clock is changed. */
export function daySlots(zone: string, date: string, grain: PlanGrain): Interval[] {
	const endAt = dayStart(zone, addDays(date, 1));
	const slots: Interval[] = [];
	for (let at = dayStart(zone, date); at < endAt; at += slotMs[grain])
		slots.push({ startAt: at, endAt: Math.min(endAt, at + slotMs[grain]) });
	return slots;
}
