import type { Tally } from '#rollups/tally.ts';
import type { Interval } from '#time/intervals.ts';
import { wallTime } from '#time/zone.ts';

/** All hours seen of one weekday and hour of the day. */
export interface WeekHour {
	/** 1 = Monday. */
	weekday: number;
	/** 0..23 */
	hour: number;
	seen: { date: string; tally: Tally }[];
}

/**
 * Sorts hours by weekday and hour of the zone's wall time: 7 × 24, Monday 0:00 first, those never seen too. Of an
 * hour that the clock shows twice both are seen. `taken` leaves out days.
 */
export function weekHours(
	zone: string,
	intervals: Interval[],
	tallies: Tally[],
	taken: (date: string) => boolean = () => true
): WeekHour[] {
	const grid: WeekHour[] = Array.from({ length: 7 * 24 }, (_, i) => ({
		weekday: Math.floor(i / 24) + 1,
		hour: i % 24,
		seen: []
	}));
	const known = new Map<string, boolean>();
	intervals.forEach(({ startAt }, i) => {
		const tally = tallies[i];
		const { date, weekday, hour } = wallTime(zone, startAt);
		const take = known.get(date) ?? taken(date);
		known.set(date, take);
		if (tally && take) grid[(weekday - 1) * 24 + hour]?.seen.push({ date, tally });
	});
	return grid;
}
