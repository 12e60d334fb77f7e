import { dateOfDay } from '#time/dates.ts';
import type { ForecastCalendar } from './forecastDay.ts';
import type { LoadDay, LoadSeries } from './loadSeries.ts';
import { SlotMemory } from './slotMemory.ts';

/** Hours are counted by the clock on the wall, from its 1970-01-01 00:00: `day * 24 + hour of the day`. */
export interface HourCount {
	hour: number;
	offered: number;
}

/** From an hour (in) to another (out). */
export interface HourRange {
	fromHour: number;
	toHour: number;
}

export interface HourSeriesOptions {
	calendar: ForecastCalendar;
	/** The first hour that is not over. */
	untilHour: number;
	/** What somebody has marked as no example for the future. */
	leftOut?: readonly HourRange[];
}

/** What can be learned from of a queue's hours. */
export interface HourSeries extends LoadSeries {
	/**
	 * Up to here it is known what came, also where nothing is learned from it: the first hour that is not over, or
	 * the first of a silence that lasts and is not to be believed, whose calls may still be told.
	 */
	toldUntilHour: number;
}

const dayHours = 24;
/** So many calls were to be expected, and none came: one time in three thousand by chance. */
const tooSilent = 8;
/** Nobody measures a line for so long that brings nothing. */
const tooLong = 28 * dayHours;

/**
 * The hours of a queue as a series by day, from its first call on. An hour without calls is one of none, but where
 * that is not to be believed: a silence in which a usual week brings at least 8 calls, and no holiday, is a fault of the
 * line, of the connection or of the import, and says nothing about demand. When the same weekday has been silent for
 * about five weeks, that is what it is like now. Null without a call.
 */
export function hourSeries(
	counts: readonly HourCount[],
	{ calendar, untilHour, leftOut = [] }: HourSeriesOptions
): HourSeries | null {
	const known = counts.filter(({ hour, offered }) => hour < untilHour && offered > 0);
	const firstHour = known.reduce((first, { hour }) => Math.min(first, hour), Infinity);
	if (firstHour === Infinity) return null;
	const firstDay = Math.floor(firstHour / dayHours);
	const lastDay = Math.floor((untilHour - 1) / dayHours);
	const all = new Float64Array((lastDay - firstDay + 1) * dayHours);
	const offset = firstDay * dayHours;
	for (const { hour, offered } of known) all[hour - offset] = (all[hour - offset] ?? 0) + offered;
	const days = Array.from({ length: lastDay - firstDay + 1 }, (_, i): LoadDay => {
		const day = firstDay + i;
		return { day, date: dateOfDay(day), counts: all.subarray(i * dayHours, (i + 1) * dayHours) };
	});
	const until = untilHour - offset;
	for (const at of unbelieved(days, calendar, until)) all[at] = NaN;
	all.fill(NaN, 0, firstHour - offset);
	all.fill(NaN, until);
	const believed = all.findLastIndex((count) => !Number.isNaN(count)) + 1 + offset;
	for (const { fromHour, toHour } of leftOut)
		all.fill(NaN, Math.max(0, fromHour - offset), Math.max(0, toHour - offset));
	return {
		minutes: Array.from({ length: dayHours }, (_, i) => i * 60),
		days,
		closed: new Set(),
		toldUntilHour: toldUntil(believed, untilHour, leftOut)
	};
}

/** Whoever marks a silence has told what it was. */
function toldUntil(believed: number, untilHour: number, leftOut: readonly HourRange[]): number {
	const marked = leftOut.filter(({ fromHour }) => fromHour < untilHour).map(({ toHour }) => toHour);
	return Math.min(untilHour, Math.max(believed, ...marked));
}

/** The hours without a call that are not to be believed, counted from the first day's 00:00. */
function unbelieved(days: readonly LoadDay[], calendar: ForecastCalendar, end: number): number[] {
	const found: number[] = [];
	const memories = Array.from({ length: 7 }, () => new SlotMemory(dayHours, 8));
	let run: { at: number; isOrdinary: boolean }[] = [];
	let expected = 0;
	const close = () => {
		const isTooLong = run.length >= tooLong;
		// What a silence before a holiday hides is not the holiday, on which a line may be closed.
		if (isTooLong || expected >= tooSilent)
			for (const { at, isOrdinary } of run) if (isTooLong || isOrdinary) found.push(at);
		[run, expected] = [[], 0];
	};
	days.forEach(({ date, counts }, i) => {
		const { kind, standsFor } = calendar(date);
		const isOrdinary = kind === 'ordinary';
		const memory = memories[standsFor - 1];
		const usual = memory?.medians();
		counts.forEach((count, slot) => {
			const at = i * dayHours + slot;
			if (at >= end) return;
			if (count > 0) return close();
			run.push({ at, isOrdinary });
			if (isOrdinary) expected += usual?.[slot] || 0;
		});
		if (isOrdinary) memory?.learn(counts);
	});
	close();
	return found;
}
