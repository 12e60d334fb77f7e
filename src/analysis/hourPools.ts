import type { DayKind } from '#model/publicAnswer.ts';
import type { Queue } from '#model/queue.ts';
import type { Tally } from '#rollups/tally.ts';
import { emptyWaits, isEmpty, mergeWaits, quantileMs, waitsTotal, type Waits } from '#rollups/waits.ts';
import type { Interval } from '#time/intervals.ts';
import { openHours } from '#time/serviceHours.ts';
import { wallTime } from '#time/zone.ts';
import { dayKind } from './dayKind.ts';

/** The expected wait of an hour, over answered and abandoned callers. */
export interface TypicalHour {
	/** Half of the callers waited no longer. */
	medianMs: number;
	/** Four callers in five waited no longer. */
	mostMs: number;
	/** Nine callers in ten waited no longer. */
	nearlyAllMs: number;
}

/** What the hours of one kind have in common. `calls`: how many stand behind it, which is never shown. */
export interface HourPool extends TypicalHour {
	calls: number;
}

/** By the name of the pool: a kind of day × weekday × hour, or wider. */
export type HourPools = Map<string, HourPool>;

/**
 * On how many different days calls must have been seen before a pool speaks. Four, so that for an hour of one
 * weekday no fewer than four weeks agree: one bad Monday is not "Mondays".
 */
export const minDays = 4;

/**
 * The calls of past weeks, pooled by kind of day × weekday × hour of the queue's own clock, by kind of day × hour, and
 * by kind of day × six-hour part. A make-up workday is a workday of the weekday it stands for. Month ends and holidays
 * are pooled over weekdays, for eight weeks hold only a few. Pools with fewer than `minDays` days or
 * `public.min_calls` calls are not among them.
 */
export function hourPools(queue: Queue, intervals: Interval[], tallies: Tally[]): HourPools {
	const pools = new Map<string, Pool>();
	const days = new Map<string, { kind: DayKind; weekday: number; open: boolean[] }>();
	intervals.forEach((interval, i) => {
		const waits = tallies[i]?.waits;
		if (!waits || isEmpty(waits)) return;
		const { date, hour } = wallTime(queue.zone, interval.startAt);
		const day = days.get(date) ?? { ...dayKind(queue, date), open: openHours(queue, date) };
		days.set(date, day);
		// Outside of service hours nobody answers: such waits say nothing about an open hour.
		if (!day.open[hour]) return;
		for (const key of poolsOf(day.kind, day.weekday, hour)) {
			const pool = pools.get(key) ?? { waits: emptyWaits(), dates: new Set() };
			mergeWaits(pool.waits, waits);
			pool.dates.add(date);
			pools.set(key, pool);
		}
	});
	const known: HourPools = new Map();
	for (const [key, pool] of pools) {
		const hour = read(pool, queue.public.min_calls);
		if (hour) known.set(key, hour);
	}
	return known;
}

interface Pool {
	waits: Waits;
	dates: Set<string>;
}

function read(pool: Pool, minCalls: number): HourPool | null {
	const calls = waitsTotal(pool.waits);
	if (pool.dates.size < minDays || calls < minCalls) return null;
	const medianMs = quantileMs(pool.waits, 0.5);
	const mostMs = quantileMs(pool.waits, 0.8);
	const nearlyAllMs = quantileMs(pool.waits, 0.9);
	if (medianMs === null || mostMs === null || nearlyAllMs === null) return null;
	return { medianMs, mostMs, nearlyAllMs, calls };
}

const poolNames: Record<DayKind, string> = {
	workday: 'workday',
	make_up_workday: 'workday',
	weekend: 'weekend',
	holiday: 'holiday',
	month_end: 'month_end'
};

/** The pools that an hour counts in, which are also where it is looked up, the narrowest first. */
export function poolsOf(kind: DayKind, weekday: number, hour: number): string[] {
	const name = poolNames[kind];
	const wide = [`${name} hour ${hour}`, `${name} part ${Math.floor(hour / 6)}`];
	return name === 'workday' || name === 'weekend' ? [`${name} ${weekday} hour ${hour}`, ...wide] : wide;
}
