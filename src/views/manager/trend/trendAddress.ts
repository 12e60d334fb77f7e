import type { TrendMeasure } from '#texts/trend.ts';
import { isDate } from '#time/zone.ts';

export const trendGrains = ['week', 'month'] as const;
export type TrendGrain = (typeof trendGrains)[number];

/** How many weeks or months back one may look; the first is the default. */
export const trendSpans: Record<TrendGrain, number[]> = { week: [26, 13, 52, 104], month: [24, 12, 36, 60] };
export const trendMeasures: TrendMeasure[] = ['level', 'abandonment', 'p50', 'p90', 'asa', 'aht', 'again'];

/** What the address of the trend says: `by`, `back`, `measure` and `until` (a date); what makes no sense gives way to the default. */
export interface TrendAddress {
	grain: TrendGrain;
	count: number;
	measure: TrendMeasure;
	/** The last day to look at; null: today. */
	until: string | null;
}

export function trendAddress(query: URLSearchParams): TrendAddress {
	const grain = trendGrains.find((name) => name === query.get('by')) ?? 'week';
	const [first = 26] = trendSpans[grain];
	const until = query.get('until');
	return {
		grain,
		count: trendSpans[grain].find((count) => String(count) === query.get('back')) ?? first,
		measure: trendMeasures.find((name) => name === query.get('measure')) ?? 'level',
		until: until && isDate(until) && until >= '1980-01-01' && until < '2200-01-01' ? until : null
	};
}
