/**
 * When a queue is open. Minutes count from 00:00 of the wall clock; a range that runs over midnight (22:00 to 06:00)
 * belongs to the day on which it starts and ends beyond 1440, whatever kind of day comes next.
 */
import { weekdays, type Queue, type ServiceHours } from '#model/queue.ts';
import { calendarFor, type CalendarDay, type Place } from './calendar.ts';
import { dayNumber } from './dates.ts';
import type { Interval } from './intervals.ts';
import { minuteOf } from './wallClock.ts';
import { addDays, dayStart, instantOf, wallTime } from './zone.ts';

/** What of a queue decides about its opening. */
export type Opening = Pick<Queue, 'zone' | 'hours'> & Place;

const searchedDays = 40;

/** The day's ranges in order, joined where they touch. Each ends after it starts, at most 1440 minutes later. */
export function openRanges(
	hours: ServiceHours,
	day: CalendarDay
): [startMinute: number, endMinute: number][] {
	const name = day.kind === 'holiday' ? 'holiday' : (weekdays[day.standsFor - 1] ?? 'holiday');
	const ranges = hours[name].map(([start, end]): [number, number] => {
		const [from, to] = [minuteOf(start), minuteOf(end)];
		return [from, to < from ? to + 1440 : to];
	});
	return joined(ranges);
}

/** Whether the queue is open at the instant. */
export function openAt(queue: Opening, at: number): boolean {
	return openSpans(queue, at, 0).some((span) => span.startAt <= at && at < span.endAt);
}

/** Whether the queue is open in any part of each interval. Intervals are in the order of time; whole years of hours are fast. */
export function openDuring(queue: Opening, intervals: readonly Interval[]): boolean[] {
	const [first, last] = [intervals[0], intervals.at(-1)];
	if (!first || !last) return [];
	const [from, to] = [first, last].map(({ startAt }) => dayNumber(wallTime(queue.zone, startAt).date));
	const spans = openSpans(queue, first.startAt, (to ?? 0) - (from ?? 0));
	let next = 0;
	return intervals.map(({ startAt, endAt }) => {
		while ((spans[next]?.endAt ?? Infinity) <= startAt) next++;
		return (spans[next]?.startAt ?? Infinity) < endAt;
	});
}

/** When the opening that holds the instant began, up to eight days before. Null when closed. */
export function openSince(queue: Opening, at: number): number | null {
	const spans = openSpans(queue, at, 0, 8);
	return spans.find(({ startAt, endAt }) => startAt <= at && at < endAt)?.startAt ?? null;
}

/** When the opening that holds the instant ends. Null when closed, and when no end is within 40 days. */
export function openUntil(queue: Opening, at: number): number | null {
	const span = openSpans(queue, at, searchedDays).find(({ startAt, endAt }) => startAt <= at && at < endAt);
	const horizonAt = dayStart(queue.zone, addDays(wallTime(queue.zone, at).date, searchedDays));
	return span && span.endAt < horizonAt ? span.endAt : null;
}

/** The first opening after the instant: when open, the one after the present. Null when none is within 40 days. */
export function nextOpening(queue: Opening, at: number): number | null {
	return openSpans(queue, at, searchedDays).find(({ startAt }) => startAt > at)?.startAt ?? null;
}

/** For each hour of the wall clock, 0 to 23, whether at least half of it is open on that date. */
export function openHours(queue: Opening, date: string): boolean[] {
	const ranges = joined([...dayRanges(queue, addDays(date, -1)).map(dayEarlier), ...dayRanges(queue, date)]);
	return Array.from({ length: 24 }, (_, hour) => {
		const [start, end] = [hour * 60, hour * 60 + 60];
		const open = ranges.map(([from, to]) => Math.max(0, Math.min(to, end) - Math.max(from, start)));
		return open.reduce((sum, minutes) => sum + minutes, 0) >= 30;
	});
}

/** The openings from `back` days before the instant's date until `days` after it, joined where they touch. */
function openSpans(queue: Opening, at: number, days: number, back = 1): Interval[] {
	const { date } = wallTime(queue.zone, at);
	const spans: [number, number][] = [];
	for (let i = -back; i <= days; i++) {
		spans.push(...daySpans(queue, addDays(date, i)));
	}
	return joined(spans).map(([startAt, endAt]) => ({ startAt, endAt }));
}

/** Openings of queues' days as instants: what is asked of a line again and again within a day. */
const spansOf = new WeakMap<Opening, Map<string, [number, number][]>>();
const mostDays = 200;

function daySpans(queue: Opening, date: string): [number, number][] {
	const known = spansOf.get(queue) ?? new Map<string, [number, number][]>();
	spansOf.set(queue, known);
	const spans =
		known.get(date) ??
		dayRanges(queue, date).map(([start, end]): [number, number] => [
			instantOf(queue.zone, date, start),
			instantOf(queue.zone, date, end)
		]);
	if (known.size >= mostDays) known.clear();
	known.set(date, spans);
	return spans;
}

function dayRanges(queue: Opening, date: string): [number, number][] {
	return openRanges(queue.hours, calendarFor(queue)(date));
}

function dayEarlier([start, end]: [number, number]): [number, number] {
	return [start - 1440, end - 1440];
}

function joined(ranges: [number, number][]): [number, number][] {
	const result: [number, number][] = [];
	for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
		const last = result.at(-1);
		if (end <= start) continue;
		if (last && start <= last[1]) last[1] = Math.max(last[1], end);
		else result.push([start, end]);
	}
	return result;
}
