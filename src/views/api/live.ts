import type { FeedState } from '#analysis/liveWait/feed.ts';
import type { LoadRow } from '#model/load.ts';

/** A queue as it is now (api.md). */
export interface Live {
	as_of: string;
	/** `live`: records come while calls happen; else who waits now is only what records say of it. */
	feed: FeedState;
	waiting: number;
	longest_wait_seconds: number | null;
	talking: number;
	today: LoadRow;
	/** The last quarter hour that is over. */
	last_quarter_hour: LoadRow;
	/** Until the same time of like days: counts are means; null without such days. */
	typical: (Omit<LoadRow, 'start' | 'end'> & { days: number; offered_median: number | null }) | null;
	estimated_wait_seconds: { p50: number; p80: number } | null;
}
