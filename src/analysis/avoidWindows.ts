import type { AvoidReason, Level } from '#model/publicAnswer.ts';
import { avoidReasons } from '#model/publicAnswer.ts';
import { holidayNear, type Calendar } from '#time/calendar.ts';
import type { ComingDay } from './comingHours.ts';
import { openHoursOf, runsOf, type OpenHour } from './openRuns.ts';

export interface AvoidWindow {
	startAt: number;
	endAt: number;
	level: Level;
	why: AvoidReason;
}

const mostWindows = 3;

/**
 * Up to three stretches of the busiest hours that are to come, in order: level 5, or 4 where no hour is 5. Those with
 * something to learn for the next time (a Monday morning, a month end) before those that are merely busy.
 */
export function avoidWindows(calendar: Calendar, days: ComingDay[]): AvoidWindow[] {
	const known = days.map(openHoursOf);
	const level: Level = known.flat().some((hour) => hour.level === 5) ? 5 : 4;
	const found = known
		.flatMap((hours) => runsOf(hours, (hour) => hour.level === level))
		.map((run) => windowOf(calendar, run, level));
	return found
		.sort((a, b) => avoidReasons.indexOf(a.why) - avoidReasons.indexOf(b.why) || a.startAt - b.startAt)
		.slice(0, mostWindows)
		.sort((a, b) => a.startAt - b.startAt);
}

function windowOf(calendar: Calendar, run: OpenHour[], level: Level): AvoidWindow {
	const [first] = run;
	const why = first ? reason(calendar, first) : 'busy_hour';
	return { startAt: first?.startAt ?? 0, endAt: run.at(-1)?.endAt ?? 0, level, why };
}

/** The first of the reasons, in the order of `avoidReasons`, that holds. */
function reason(calendar: Calendar, { day, hour }: OpenHour): AvoidReason {
	const works = day.kind !== 'weekend' && day.kind !== 'holiday';
	if (works && day.weekday === 1 && hour < 12) return 'monday_morning';
	if (day.kind === 'month_end') return 'month_end';
	return holidayNear(calendar, day.date) ?? 'busy_hour';
}
