import type { PeakCell } from '#model/load.ts';
import type { Tally } from '#rollups/tally.ts';
import type { Place } from '#time/calendar.ts';
import type { Interval } from '#time/intervals.ts';
import { dayKind } from './dayKind.ts';
import { peakCells } from './peakCells.ts';
import { peakWindows, type PeakWindow } from './peakWindows.ts';
import { weekHours } from './weekHours.ts';

export type { PeakWindow } from './peakWindows.ts';

export interface PeaksInput extends Place {
	zone: string;
	/** The last so many days of a month are set aside for the windows. */
	monthEndDays: number;
	/** Hours, and what came in each. */
	intervals: Interval[];
	tallies: Tally[];
}

/**
 * When the peaks are. `cells` hold all days looked at; `busiest` and `quietest` only ordinary workdays: a holiday,
 * a weekend, a make-up workday or a month end would hide what the working week is like.
 */
export function peaks(input: PeaksInput): {
	cells: PeakCell[];
	busiest: PeakWindow[];
	quietest: PeakWindow[];
} {
	const { zone, country, calendar, monthEndDays, intervals, tallies } = input;
	const rules = { country, calendar, month_end_days: monthEndDays };
	const ordinary = weekHours(zone, intervals, tallies, (date) => dayKind(rules, date).kind === 'workday');
	return {
		cells: peakCells(weekHours(zone, intervals, tallies)),
		busiest: peakWindows(ordinary, 'busiest'),
		quietest: peakWindows(ordinary, 'quietest')
	};
}
