import type { Grain } from '#model/load.ts';
import { monthStart } from '#time/dates.ts';
import { addDays } from '#time/zone.ts';

export const quickNames = ['today', 'week', 'month', 'thisMonth', 'lastMonth', 'year'] as const;

export interface QuickRange {
	name: (typeof quickNames)[number];
	from: string;
	to: string;
	grain: Grain;
}

/** Ranges that managers ask for again and again, each with the grain that suits it. */
export function quickRanges(today: string): QuickRange[] {
	const thisMonth = monthStart(today);
	return [
		{ name: 'today', from: today, to: today, grain: 'quarter' },
		{ name: 'week', from: addDays(today, -6), to: today, grain: 'hour' },
		{ name: 'month', from: addDays(today, -27), to: today, grain: 'day' },
		{ name: 'thisMonth', from: thisMonth, to: today, grain: 'day' },
		{ name: 'lastMonth', from: monthStart(today, -1), to: addDays(thisMonth, -1), grain: 'day' },
		{ name: 'year', from: addDays(today, -364), to: today, grain: 'week' }
	];
}
