import type { PeakCell } from '#model/load.ts';
import { peakCells } from './peakCells.ts';
import { peakWindows, type PeakWindow } from './peakWindows.ts';
import { weekHours, type SeenWeek } from './weekHours.ts';

export type { PeakWindow } from './peakWindows.ts';

/**
 * When the peaks are. `cells` hold all days looked at; `busiest` and `quietest` only ordinary workdays: a holiday,
 * a weekend, a make-up workday or a month end would hide what the working week is like.
 */
export function peaks(seen: SeenWeek): {
	cells: PeakCell[];
	busiest: PeakWindow[];
	quietest: PeakWindow[];
} {
	const ordinary = weekHours(seen, 'ordinary');
	return {
		cells: peakCells(weekHours(seen, 'all')),
		busiest: peakWindows(ordinary, 'busiest'),
		quietest: peakWindows(ordinary, 'quietest')
	};
}
