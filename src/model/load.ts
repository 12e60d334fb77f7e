/** One interval of a queue as the API and the pages show it (metrics.md has the formulas). */

export const grains = ['quarter', 'hour', 'day', 'week', 'month'] as const;
export type Grain = (typeof grains)[number];

/** Counts are calls; `_seconds` are seconds; rates 0..1; null where there is nothing to divide by. */
export interface LoadRow {
	/** RFC 3339 with the offset of the queue's zone. */
	start: string;
	end: string;
	offered: number;
	answered: number;
	abandoned: number;
	short_abandoned: number;
	flowed_out: number;
	rejected: number;
	lost: number;
	waiting: number;
	answered_within: number;
	abandoned_within: number;
	service_level: number | null;
	abandonment_rate: number | null;
	asa_seconds: number | null;
	wait_p50_seconds: number | null;
	wait_p90_seconds: number | null;
	longest_wait_answered_seconds: number | null;
	longest_wait_abandoned_seconds: number | null;
	aht_seconds: number | null;
	talk_seconds: number;
	hold_seconds: number;
	wrap_seconds: number;
	repeat_callers: number | null;
}

/** One hour of the week, over the weeks that were looked at. */
export interface PeakCell {
	/** 1 = Monday. */
	weekday: number;
	/** 0..23, wall time of the queue's zone. */
	hour: number;
	/** How many such hours were seen: open in any part, or called although closed. */
	days: number;
	offered_mean: number | null;
	wait_p50_seconds: number | null;
	wait_p90_seconds: number | null;
	abandonment_rate: number | null;
}
