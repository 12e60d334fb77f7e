import { together, type Pool } from '#rollups/pool.ts';
import type { Interval } from '#time/intervals.ts';
import { wallTime } from '#time/zone.ts';

/** All hours seen of one weekday and hour of the day. */
export interface WeekHour {
	/** 1 = Monday. */
	weekday: number;
	/** 0..23 */
	hour: number;
	/** The date of each hour seen: of an hour that the clock shows twice both. */
	dates: string[];
	pool: Pool;
}

/** Hours of some range, and what came in them, pooled by the places that `weekPlaces` gives each hour. */
export interface SeenWeek {
	zone: string;
	intervals: Interval[];
	places: number[];
	pools: Pool[];
}

const weekSize = 7 * 24;
/** Places beyond those of a week are for the hours of days that are not ordinary. */
export const placeCount = 2 * weekSize;

/** Where hours count: by weekday and hour of the zone's wall time, and apart from them those of other days. */
export function weekPlaces(
	zone: string,
	intervals: Interval[],
	isOrdinary: (date: string) => boolean
): number[] {
	const known = new Map<string, number>();
	return intervals.map(({ startAt }) => {
		const { date, weekday, hour } = wallTime(zone, startAt);
		const offset = known.get(date) ?? (isOrdinary(date) ? 0 : weekSize);
		known.set(date, offset);
		return offset + (weekday - 1) * 24 + hour;
	});
}

/** The hours of a week, 7 × 24, Monday 0:00 first, those never seen too: of all days, or only of ordinary ones. */
export function weekHours(
	{ zone, intervals, places, pools }: SeenWeek,
	days: 'all' | 'ordinary'
): WeekHour[] {
	const dates: string[][] = Array.from({ length: placeCount }, () => []);
	places.forEach((place, i) => dates[place]?.push(wallTime(zone, intervals[i]?.startAt ?? 0).date));
	return Array.from({ length: weekSize }, (_, place) => {
		const taken = days === 'all' ? [place, place + weekSize] : [place];
		return {
			weekday: Math.floor(place / 24) + 1,
			hour: place % 24,
			dates: taken.flatMap((one) => dates[one] ?? []),
			pool: together(taken.flatMap((one) => pools[one] ?? []))
		};
	});
}
