import type { PeakCell } from '#model/load.ts';
import { offered, type Tally } from '#rollups/tally.ts';
import { quantileMs } from '#rollups/waits.ts';
import type { WeekHour } from './weekHours.ts';

/** 7 × 24 cells, Monday 0:00 first. An open hour without a call counts as seen; one never seen, or always closed, has 0 days and no values. */
export function peakCells(hours: WeekHour[]): PeakCell[] {
	return hours.map(({ weekday, hour, dates, pool }) => ({
		weekday,
		hour,
		days: dates.length,
		...pooled(pool.tally, dates.length)
	}));
}

/** The mean load of so many hours, and the waits and the abandonment of all their calls together. */
export function pooled(tally: Tally, hours: number): Omit<PeakCell, 'weekday' | 'hour' | 'days'> {
	const ended = tally.answered + tally.abandoned;
	const wholeSeconds = tally.splitSeconds === 0;
	return {
		offered_mean: hours > 0 ? offered(tally) / hours : null,
		wait_p50_seconds: seconds(quantileMs(tally.waits, 0.5, wholeSeconds)),
		wait_p90_seconds: seconds(quantileMs(tally.waits, 0.9, wholeSeconds)),
		abandonment_rate: ended > 0 ? tally.abandoned / ended : null
	};
}

function seconds(ms: number | null): number | null {
	return ms === null ? null : ms / 1000;
}
