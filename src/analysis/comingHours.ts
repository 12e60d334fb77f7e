import type { Level } from '#model/publicAnswer.ts';
import type { Queue } from '#model/queue.ts';
import { calendarFor } from '#time/calendar.ts';
import { openHours, openRanges } from '#time/serviceHours.ts';
import { addDays, instantOf, wallTime } from '#time/zone.ts';
import { dayKind, type KindOfDay } from './dayKind.ts';
import type { Levels } from './levels.ts';
import { asTypical, expectedHour, type Outlook } from './outlook.ts';
import type { TypicalHour, TypicalHours } from './typicalHours.ts';

/** One hour of the coming week, whether or not the line is open. */
export interface ComingHour {
	/** 0..23, by the queue's clock. */
	hour: number;
	/** The open time in the hour that has not passed yet, in order; empty when there is none. */
	spans: { startAt: number; endAt: number }[];
	/** Null when closed or when too little is known. */
	typical: TypicalHour | null;
	level: Level | null;
}

export interface ComingDay extends KindOfDay {
	date: string;
	/** All 24. */
	hours: ComingHour[];
	/** Those of them in which the line is open, past ones too. */
	open: number[];
}

/** The 7 days from the one that holds `now`, each with its 24 hours, past ones too. */
export function comingDays(
	queue: Queue,
	now: number,
	typical: TypicalHours,
	levels: Levels,
	outlook: Outlook = asTypical
): ComingDay[] {
	const today = wallTime(queue.zone, now).date;
	return Array.from({ length: 7 }, (_, i) => {
		const { spans, startAts, day, open, openHours: openOnes, date } = frameOf(queue, addDays(today, i));
		const hours = open.map((isOpen, hour) => {
			const usual = isOpen ? typical(day.kind, day.weekday, hour) : null;
			const expected = usual && expectedHour(usual, outlook(startAts[hour] ?? NaN));
			const level = expected && levels(expected);
			return { hour, spans: toCome(spans[hour] ?? [], now), typical: expected, level };
		});
		return { date, ...day, hours, open: openOnes };
	});
}

/** What of a day does not depend on the time of it. */
interface DayFrame {
	date: string;
	day: KindOfDay;
	open: boolean[];
	openHours: number[];
	/** Of each hour. */
	startAts: number[];
	spans: { startAt: number; endAt: number }[][];
}

/** Frames of queues' days: the answer of a line is made anew every minute, and its week is the same for the whole day. */
const frames = new WeakMap<Queue, Map<string, DayFrame>>();
const mostFrames = 16;

function frameOf(queue: Queue, date: string): DayFrame {
	const known = frames.get(queue) ?? new Map<string, DayFrame>();
	frames.set(queue, known);
	const frame = known.get(date) ?? makeFrame(queue, date);
	if (known.size >= mostFrames) known.clear();
	known.set(date, frame);
	return frame;
}

function makeFrame(queue: Queue, date: string): DayFrame {
	const ranges = rangesOn(queue, date);
	const open = openHours(queue, date);
	return {
		date,
		day: dayKind(queue, date),
		open,
		openHours: open.flatMap((isOpen, hour) => (isOpen ? [hour] : [])),
		startAts: open.map((_, hour) => instantOf(queue.zone, date, hour * 60)),
		spans: open.map((_, hour) => spansIn(queue.zone, date, hour, ranges))
	};
}

function toCome(spans: DayFrame['spans'][number], now: number): DayFrame['spans'][number] {
	return spans.flatMap(({ startAt, endAt }) =>
		endAt > now ? [{ startAt: Math.max(now, startAt), endAt }] : []
	);
}

/** The opening ranges of a date in minutes of its day, among them the end of the night before. */
function rangesOn(queue: Queue, date: string): [number, number][] {
	const before = addDays(date, -1);
	return [
		...openRanges(queue.hours, calendarFor(queue)(before)).map(([from, to]): [number, number] => [
			from - 1440,
			to - 1440
		]),
		...openRanges(queue.hours, calendarFor(queue)(date))
	];
}

function spansIn(zone: string, date: string, hour: number, ranges: [number, number][]) {
	return ranges
		.filter(([from, to]) => to > hour * 60 && from < hour * 60 + 60)
		.map(([from, to]) => ({
			startAt: instantOf(zone, date, Math.max(from, hour * 60)),
			endAt: instantOf(zone, date, Math.min(to, hour * 60 + 60))
		}))
		.filter(({ startAt, endAt }) => startAt < endAt);
}
