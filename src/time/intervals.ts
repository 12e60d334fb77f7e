import type { Grain } from '#model/load.ts';
import { monthStart } from './dates.ts';
import { changeBetween, offsetMs } from './offsets.ts';
import { addDays, dayStart, wallTime, weekdayOf } from './zone.ts';

/** `startAt` is in, `endAt` is out. */
export interface Interval {
	startAt: number;
	endAt: number;
}

const quarterMs = 900_000;
const hourMs = 3_600_000;

/**
 * The intervals from the one that holds `fromAt` up to, but without, the one that holds `toAt`: in order, without
 * a gap, without an overlap. Quarters are multiples of 15 minutes in UTC, all others go by the zone's wall time:
 * an hour begins when the clock's hour or the zone's offset changes, so a day may have 23, 25 or more odd hours.
 */
export function intervals(zone: string, fromAt: number, toAt: number, grain: Grain): Interval[] {
	const untilAt = floorTo(zone, toAt, grain);
	const rows: Interval[] = [];
	let startAt = floorTo(zone, fromAt, grain);
	while (startAt < untilAt) {
		const endAt = nextStart(zone, startAt, grain);
		rows.push({ startAt, endAt });
		startAt = endAt;
	}
	return rows;
}

/** The start of the interval that holds the instant. */
export function floorTo(zone: string, at: number, grain: Grain): number {
	switch (grain) {
		case 'quarter':
			return Math.floor(at / quarterMs) * quarterMs;
		case 'hour':
			return floorToHour(zone, at);
		default:
			return dayStart(zone, firstDate(dateHolding(zone, at), grain));
	}
}

/** The start of the next interval, given the start of one. */
export function nextStart(zone: string, startAt: number, grain: Grain): number {
	switch (grain) {
		case 'quarter':
			return startAt + quarterMs;
		case 'hour': {
			const fullAt = floorByClock(zone, startAt) + hourMs;
			return changeBetween(zone, startAt, fullAt - 1) ?? fullAt;
		}
		default:
			return dayStart(zone, nextFirstDate(dateHolding(zone, startAt), grain));
	}
}

/** At least as many as `intervals` would give, and hardly more, without making them. */
export function countIntervals(fromAt: number, toAt: number, grain: Grain): number {
	const span = Math.max(0, toAt - fromAt);
	const years = span / (365 * 24 * hourMs);
	const lengths = {
		quarter: quarterMs,
		hour: hourMs,
		day: 24 * hourMs,
		week: 168 * hourMs,
		month: 672 * hourMs
	};
	// Both ends may cut an interval, and each change of a clock (a year has four at most) may add a short one.
	return Math.ceil(span / lengths[grain]) + 2 + (grain === 'quarter' ? 0 : Math.ceil(4 * years));
}

function floorToHour(zone: string, at: number): number {
	const clockAt = floorByClock(zone, at);
	return changeBetween(zone, clockAt, at) ?? clockAt;
}

/** When the clock would have shown this hour's :00, had the offset been the same all the time. */
function floorByClock(zone: string, at: number): number {
	const offset = offsetMs(zone, at);
	return Math.floor((at + offset) / hourMs) * hourMs - offset;
}

/**
 * The date whose day holds the instant. Only where a clock was set back from just after midnight to before it
 * (St. John's until 2011, at 00:01) is this not the date on the wall: a day that has begun does not stop again.
 */
function dateHolding(zone: string, at: number): string {
	const { date } = wallTime(zone, at);
	const next = addDays(date, 1);
	return dayStart(zone, next) <= at ? next : date;
}

function firstDate(date: string, grain: 'day' | 'week' | 'month'): string {
	if (grain === 'month') return monthStart(date);
	return grain === 'week' ? addDays(date, 1 - weekdayOf(date)) : date;
}

function nextFirstDate(date: string, grain: 'day' | 'week' | 'month'): string {
	if (grain === 'month') return monthStart(date, 1);
	return addDays(firstDate(date, grain), grain === 'week' ? 7 : 1);
}
