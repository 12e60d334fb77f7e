import type { Interval } from '#time/intervals.ts';
import { isStart, levels, type RollupLevel } from './levels.ts';

/** A queue as reading needs it: `StoredQueue` has both. */
export interface ReadQueue {
	id: number;
	queue: { zone: string };
}

export const coarsestFirst = [levels.month, levels.day, levels.hour, levels.quarter] as const;

/** The coarsest level whose rows, made by a zone's wall time, begin where each of the intervals begins and ends. */
export function levelOf(zone: string, intervals: Interval[]): RollupLevel {
	const fits = (level: RollupLevel) =>
		intervals.every(
			({ startAt, endAt }, i) =>
				isStart(level, zone, startAt) && (endAt === intervals[i + 1]?.startAt || isStart(level, zone, endAt))
		);
	return coarsestFirst.find(fits) ?? levels.quarter;
}
