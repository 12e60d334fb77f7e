import { emptyTally, mergeTally, offered, type Tally } from './tally.ts';

/** Hours looked at together: the sums of all their calls, and how evenly they lie. */
export interface Pool {
	tally: Tally;
	/** Hours that had a call. */
	busy: number;
	/** The sum of the squares of calls offered in each hour. */
	squares: number;
}

export function emptyPool(): Pool {
	return { tally: emptyTally(), busy: 0, squares: 0 };
}

/** Adds one more hour. */
export function addHour(pool: Pool, hour: Tally): void {
	mergeTally(pool.tally, hour);
	if (offered(hour) > 0) pool.busy++;
	pool.squares += offered(hour) ** 2;
}

/** All hours of several pools together. */
export function together(pools: Pool[]): Pool {
	const all = emptyPool();
	for (const { tally, busy, squares } of pools) {
		if (busy === 0) continue;
		mergeTally(all.tally, tally);
		all.busy += busy;
		all.squares += squares;
	}
	return all;
}
