import { band } from '#analysis/band.ts';
import type { LoadRow } from '#model/load.ts';
import type { ServiceLevel } from '#model/queue.ts';
import { figures, withinThreshold } from '#rollups/loadRow.ts';
import { emptyTally, mergeTally, offered, type Tally } from '#rollups/tally.ts';
import type { Live } from './live.ts';

/**
 * What like days had until a time of day. Counts are means, from which rates can be made; the calls also as a median,
 * which is what pages call usual: one day of many calls moves a mean, and two figures for the same would be one too many.
 */
export function typicalOf(days: Tally[], level: ServiceLevel): Live['typical'] {
	if (days.length === 0) return null;
	const sum = emptyTally();
	for (const day of days) mergeTally(sum, day);
	const row = figures(sum, withinThreshold(sum, level), level);
	return {
		...means(row, days.length),
		days: days.length,
		offered_median: band(days.map(offered))?.median ?? null
	};
}

/** Counts and sums of so many days as those of one. */
function means(row: Omit<LoadRow, 'start' | 'end'>, days: number): Omit<LoadRow, 'start' | 'end'> {
	const each = (sum: number) => Math.round(sum / days);
	return {
		...row,
		offered: each(row.offered),
		answered: each(row.answered),
		abandoned: each(row.abandoned),
		short_abandoned: each(row.short_abandoned),
		flowed_out: each(row.flowed_out),
		rejected: each(row.rejected),
		lost: each(row.lost),
		waiting: each(row.waiting),
		answered_within: each(row.answered_within),
		abandoned_within: each(row.abandoned_within),
		talk_seconds: each(row.talk_seconds),
		hold_seconds: each(row.hold_seconds),
		wrap_seconds: each(row.wrap_seconds),
		repeat_callers: row.repeat_callers === null ? null : each(row.repeat_callers)
	};
}
