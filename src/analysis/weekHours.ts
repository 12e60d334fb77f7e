import { together, type Pool } from '#rollups/pool.ts';
import type { Interval } from '#time/intervals.ts';
import { wallTime } from '#time/zone.ts';

/**
 * All hours that count of one weekday and hour of the day: those in any part of which the queue was open, called or
 * not, and those in which calls came although it was closed.
 */
export interface WeekHour {
	/** 1 = Monday. */
	weekday: number;
	/** 0..23 */
	hour: number;
	/** The date of each hour that counts: of an hour that the clock shows twice both. */
	dates: string[];
	/** The hours besides: closed, and nobody called. */
	silent: number;
	pool: Pool;
}

/** Hours of some range, and what came in them, pooled by the places that `weekPlaces` gives each hour. */
export interface SeenWeek {
	zone: string;
	intervals: Interval[];
	places: number[];
	pools: Pool[];
	/** By number, the closed hours in which calls came. */
	calledThoughClosed: ReadonlySet<number>;
}

const weekSize = 7 * 24;
/** Beyond the places of a week are those for days that are not ordinary, and from here on both again for closed hours. */
export const closedFrom = 2 * weekSize;
export const placeCount = 4 * weekSize;

/** Where hours belong: by weekday and hour of the zone's wall time, apart from them those of other days and closed ones. */
export function weekPlaces(
	zone: string,
	intervals: Interval[],
	{ isOrdinary, isOpen }: { isOrdinary: (date: string) => boolean; isOpen: (i: number) => boolean }
): number[] {
	const known = new Map<string, number>();
	return intervals.map(({ startAt }, i) => {
		const { date, weekday, hour } = wallTime(zone, startAt);
		const offset = known.get(date) ?? (isOrdinary(date) ? 0 : weekSize);
		known.set(date, offset);
		return (isOpen(i) ? 0 : closedFrom) + offset + (weekday - 1) * 24 + hour;
	});
}

/** The hours that count. */
export function countedHours({ intervals, ...seen }: SeenWeek): Interval[] {
	return intervals.filter((_, i) => counts(seen, i));
}

/** The hours of a week, 7 × 24, Monday 0:00 first, those never seen too: of all days, or only of ordinary ones. */
export function weekHours(
	{ zone, intervals, places, pools, calledThoughClosed }: SeenWeek,
	days: 'all' | 'ordinary'
): WeekHour[] {
	const dates: string[][] = Array.from({ length: placeCount }, () => []);
	const silent = new Array<number>(placeCount).fill(0);
	places.forEach((place, i) => {
		if (counts({ places, calledThoughClosed }, i))
			dates[place]?.push(wallTime(zone, intervals[i]?.startAt ?? 0).date);
		else silent[place] = (silent[place] ?? 0) + 1;
	});
	return Array.from({ length: weekSize }, (_, place) => {
		const open = days === 'all' ? [place, place + weekSize] : [place];
		const taken = [...open, ...open.map((one) => one + closedFrom)];
		return {
			weekday: Math.floor(place / 24) + 1,
			hour: place % 24,
			dates: taken.flatMap((one) => dates[one] ?? []),
			silent: taken.reduce((sum, one) => sum + (silent[one] ?? 0), 0),
			pool: together(taken.flatMap((one) => pools[one] ?? []))
		};
	});
}

function counts(
	{ places, calledThoughClosed }: Pick<SeenWeek, 'places' | 'calledThoughClosed'>,
	i: number
): boolean {
	return (places[i] ?? 0) < closedFrom || calledThoughClosed.has(i);
}
