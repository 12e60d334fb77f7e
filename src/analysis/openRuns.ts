import type { Level } from '#model/publicAnswer.ts';
import type { ComingDay } from './comingHours.ts';
import type { TypicalHour } from './typicalHours.ts';

/** Open time that is still to come, within one hour, of which the wait is known. */
export interface OpenHour {
	day: ComingDay;
	hour: number;
	startAt: number;
	endAt: number;
	typical: TypicalHour;
	level: Level;
}

/** What is open and known of a day, in order. */
export function openHoursOf(day: ComingDay): OpenHour[] {
	return day.hours.flatMap(({ hour, spans, typical, level }) =>
		typical && level ? spans.map((span) => ({ day, hour, ...span, typical, level })) : []
	);
}

/** The longest stretches without a gap of hours that are taken, in order. */
export function runsOf(hours: OpenHour[], taken: (hour: OpenHour) => boolean): OpenHour[][] {
	const runs: OpenHour[][] = [];
	for (const hour of hours.filter(taken)) {
		const last = runs.at(-1);
		if (last && last.at(-1)?.endAt === hour.startAt) last.push(hour);
		else runs.push([hour]);
	}
	return runs;
}

export function lengthMs(run: OpenHour[]): number {
	return run.reduce((sum, { startAt, endAt }) => sum + endAt - startAt, 0);
}
