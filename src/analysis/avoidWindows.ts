import type { AvoidReason, Level } from '#model/publicAnswer.ts';
import { avoidReasons } from '#model/publicAnswer.ts';
import { holidayNear } from '#time/calendar.ts';
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
export function avoidWindows(country: string, days: ComingDay[]): AvoidWindow[] {
	const known = days.map(openHoursOf);
	const level: Level = known.flat().some((hour) => hour.level === 5) ? 5 : 4;
	const found = known
		.flatMap((hours) => runsOf(hours, (hour) => hour.level === level))
		.map((run) => windowOf(country, run, level));
	return found
		.sort((a, b) => avoidReasons.indexOf(a.why) - avoidReasons.indexOf(b.why) || a.startAt - b.startAt)
		.slice(0, mostWindows)
		.sort((a, b) => a.startAt - b.startAt);
}

function windowOf(country: string, run: OpenHour[], level: Level): AvoidWindow {
	const [first] = run;
	const why = first ? reason(country, first) : 'busy_hour';
	return { startAt: first?.startAt ?? 0, endAt: run.at(-1)?.endAt ?? 0, level, why };
}

/** The first of the reasons, in the order of `avoidReasons`, that holds. */
function reason(country: string, { day, hour }: OpenHour): AvoidReason {
	const works = day.kind !== 'weekend' && day.kind !== 'holiday';
	if (works && day.weekday === 1 && hour < 12) return 'monday_morning';
	if (day.kind === 'month_end') return 'month_end';
	return holidayNear(country, day.date) ?? 'busy_hour';
}
