import type { DayKind, Level } from '#model/publicAnswer.ts';
import type { Queue } from '#model/queue.ts';
import { countryDays } from '#time/calendar.ts';
import { openHours } from '#time/serviceHours.ts';
import { isWeekend } from '#time/weekends.ts';
import { addDays } from '#time/zone.ts';
import { publicStep } from './publicSteps.ts';
import type { TypicalHour, TypicalHours } from './typicalHours.ts';

/** How busy an hour is among the line's own hours. */
export type Levels = (hour: TypicalHour) => Level;

/**
 * The levels of a queue: the fifth in which an hour's expected wait falls among the open hours of the line's typical
 * week, 1 the quietest. Hours with the same wait share a level, the one of the middle of their ranks; hours of other
 * days (month ends, holidays) are placed among them. Where most callers wait under 3 minutes it is never above 2,
 * however the hours compare: nobody needs to avoid a short wait.
 */
export function levels(queue: Queue, typical: TypicalHours): Levels {
	const known = made.get(typical);
	if (known?.queue === queue) return known.levels;
	const ranked = typicalWeek(queue, typical)
		.map(expected)
		.sort((a, b) => a - b);
	const fifths = new Map<number, Level>();
	const fifthOf = (wait: number): Level => {
		const below = ranked.filter((other) => other < wait).length;
		const equal = ranked.filter((other) => other === wait).length;
		const share = ranked.length === 0 ? 0.5 : (below + equal / 2) / ranked.length;
		return allLevels[Math.min(4, Math.floor(share * 5))] ?? 5;
	};
	const levels: Levels = (hour) => {
		const wait = expected(hour);
		const fifth = fifths.get(wait) ?? fifthOf(wait);
		fifths.set(wait, fifth);
		return isShort(hour) && fifth > 2 ? 2 : fifth;
	};
	made.set(typical, { queue, levels });
	return levels;
}

/** Typical hours stay the same for a day, and answers are made of them every minute. */
const made = new WeakMap<TypicalHours, { queue: Queue; levels: Levels }>();

const allLevels: Level[] = [1, 2, 3, 4, 5];

function isShort(hour: TypicalHour): boolean {
	const minutes = publicStep(hour.mostMs);
	return minutes !== null && minutes <= 3;
}

/**
 * What hours are ranked by: the wait that most callers stay under, in steps of 5 seconds and above 100 seconds of
 * 5 %. Waits closer than that are not told apart, so that one call more or less hardly ever moves a level.
 */
function expected(hour: TypicalHour): number {
	const seconds = hour.mostMs / 1000;
	return seconds < 100 ? Math.round(seconds / 5) : 20 + Math.round(Math.log(seconds / 100) / Math.log(1.05));
}

/** The hours of a week of ordinary days that the line is open. */
function typicalWeek(queue: Queue, typical: TypicalHours): TypicalHour[] {
	// Any Monday does, in a country without holidays: these are the hours of weekdays as such.
	const ordinary = { ...queue, country: '', calendar: countryDays('') };
	const found: TypicalHour[] = [];
	for (let weekday = 1; weekday <= 7; weekday++) {
		const kind: DayKind = isWeekend(queue.country, weekday) ? 'weekend' : 'workday';
		openHours(ordinary, addDays('2024-01-01', weekday - 1)).forEach((open, hour) => {
			const value = open ? typical(kind, weekday, hour) : null;
			if (value) found.push(value);
		});
	}
	return found;
}
