import type { LoadRow } from '#model/load.ts';

/** Figures of a load row by another account; null where there is nothing to divide by. */
export type Figures = Partial<Record<keyof LoadRow, number | string | null>>;

/** Percentiles of waits up to this long are exact. */
const exactSeconds = 120;

/**
 * What a row says otherwise than another account does, as sentences: counts and rates must be the same, means within
 * 0.01 s, percentiles within 2 % or 1 s, and exact where they are made of waits up to 120 s.
 *
 * @param longest the longest wait that a percentile is made of, where that is known and not the percentile itself
 */
export function differences(row: LoadRow, wanted: Figures, longest: Figures = {}): string[] {
	const fields = Object.entries(wanted) as [keyof LoadRow, Figures[keyof LoadRow]][];
	return fields
		.filter(([field, value]) => {
			const got = row[field];
			if (typeof value !== 'number' || typeof got !== 'number') return got !== value;
			return !(Math.abs(got - value) <= tolerance(field, value, Number(longest[field] ?? value)));
		})
		.map(([field, value]) => `${row.start} ${field}: ${row[field]}, not ${value}`);
}

function tolerance(field: keyof LoadRow, value: number, longest: number): number {
	if (field === 'asa_seconds' || field === 'aht_seconds') return 0.01;
	if (field !== 'wait_p50_seconds' && field !== 'wait_p90_seconds') return 0;
	return longest <= exactSeconds ? 1e-9 : Math.max(1, 0.02 * value);
}

/** What a row of an interval without calls must say. */
export const noCalls: Figures = {
	offered: 0,
	answered: 0,
	abandoned: 0,
	short_abandoned: 0,
	answered_within: 0,
	abandoned_within: 0,
	waiting: 0,
	talk_seconds: 0,
	service_level: null,
	abandonment_rate: null,
	asa_seconds: null,
	aht_seconds: null,
	wait_p50_seconds: null,
	wait_p90_seconds: null,
	longest_wait_answered_seconds: null,
	longest_wait_abandoned_seconds: null,
	repeat_callers: null
};
