import { weekdayOf } from '#time/zone.ts';

/** What the forecast is told about a date before it begins. */
export interface ForecastDay {
	/** 1 (Monday) to 7: the weekday that the day is like; a make-up workday is like the one it stands for. */
	standsFor: number;
	/**
	 * `eve`: its evening belongs to a holiday that begins at sunset. `holiday_before_rest`: such a holiday whose own
	 * evening belongs to the next day of rest.
	 */
	kind: 'ordinary' | 'holiday' | 'eve' | 'holiday_before_rest';
	/** Of a holiday: what comes again under the same name is learned under it. */
	name: string | null;
	/** What else the day is, such as `payday`: an effect each, learned over all days that share it. */
	classes: readonly string[];
}

/** `date` is `YYYY-MM-DD`. */
export type ForecastCalendar = (date: string) => ForecastDay;

/** The calendar of one who knows the weekday and nothing else. */
export function plainCalendar(date: string): ForecastDay {
	return { standsFor: weekdayOf(date), kind: 'ordinary', name: null, classes: [] };
}
