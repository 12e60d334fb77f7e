import { floorTo, nextStart, type Interval } from '#time/intervals.ts';
import type { Grain } from '#model/load.ts';

/**
 * How much time a rollup row stands for, as minutes: a quarter hour in UTC, an hour or a day by wall time of the
 * queue's zone (where clocks change, hours shorter than 60 minutes and days of 23 to 25 hours). A month of that zone
 * has no number of minutes; its own says only that nothing is longer.
 */
export const levels = { quarter: 15, hour: 60, day: 1440, month: 32_000 } as const;
export type RollupLevel = (typeof levels)[keyof typeof levels];
export type LevelName = keyof typeof levels;

/** Made of quarter hours, and anew when the queue's zone changes. */
export const levelsOfDay = [levels.hour, levels.day] as const;
/** The same and months, which are made of days. */
export const coarseLevels = [...levelsOfDay, levels.month] as const;

const grains: Record<RollupLevel, Grain & LevelName> = {
	15: 'quarter',
	60: 'hour',
	1440: 'day',
	32_000: 'month'
};

export function nameOf(level: RollupLevel): LevelName {
	return grains[level];
}

/** The time of the row in which an instant is counted. */
export function spanOf(level: RollupLevel, zone: string, at: number): Interval {
	const startAt = floorTo(zone, at, grains[level]);
	return { startAt, endAt: nextStart(zone, startAt, grains[level]) };
}

/** Whether rows of this level begin at the instant. */
export function isStart(level: RollupLevel, zone: string, at: number): boolean {
	return floorTo(zone, at, grains[level]) === at;
}
