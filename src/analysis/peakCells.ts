import type { PeakCell } from '#model/load.ts';
import { emptyTally, mergeTally, offered, type Tally } from '#rollups/tally.ts';
import { quantileMs } from '#rollups/waits.ts';
import type { WeekHour } from './weekHours.ts';

/** 7 × 24 cells, Monday 0:00 first. An hour without a call counts as seen; one never seen has 0 days and no values. */
export function peakCells(hours: WeekHour[]): PeakCell[] {
	return hours.map(({ weekday, hour, seen }) => {
		const figures = pooled(seen.map(({ tally }) => tally));
		return { weekday, hour, days: seen.length, ...figures };
	});
}

/** The mean load of such hours, and the waits and the abandonment of all their calls together. */
export function pooled(tallies: Tally[]): Omit<PeakCell, 'weekday' | 'hour' | 'days'> {
	const sum = emptyTally();
	for (const tally of tallies) mergeTally(sum, tally);
	const ended = sum.answered + sum.abandoned;
	const wholeSeconds = sum.splitSeconds === 0;
	return {
		offered_mean: tallies.length ? offered(sum) / tallies.length : null,
		wait_p50_seconds: seconds(quantileMs(sum.waits, 0.5, wholeSeconds)),
		wait_p90_seconds: seconds(quantileMs(sum.waits, 0.9, wholeSeconds)),
		abandonment_rate: ended > 0 ? sum.abandoned / ended : null
	};
}

function seconds(ms: number | null): number | null {
	return ms === null ? null : ms / 1000;
}
