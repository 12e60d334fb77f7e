import type { WaitMinutes } from '#model/publicAnswer.ts';
import type { TypicalHour } from '../hourPools.ts';
import { publicStep } from '../publicSteps.ts';
import type { WaitEstimate } from '../waitEstimate/createWaitEstimator.ts';
import type { FeedState } from './feed.ts';
import { steadyWait } from './steadyWait.ts';

/** What callers are told of the wait now, and from what. */
export interface ShownWait {
	wait: WaitMinutes;
	basis: 'live' | 'typical';
}

/** Why it is not told from the line as it is now; `few_waits`: too few came true to trust it; `no_agents`: nobody seems to answer. */
export type WhyNotLive = Exclude<FeedState, 'live'> | 'few_waits' | 'no_agents';

export interface LiveView {
	feed: FeedState;
	estimate: WaitEstimate | null;
	/** Callers who waited and were answered, behind the estimate. */
	learned: number;
}

/** Live, else typical, else nothing: each step only where the one before says nothing. */
export function shownNow(
	live: LiveView | null,
	{ typical, minCalls, before }: { typical: TypicalHour | null; minCalls: number; before: ShownWait | null }
): { shown: ShownWait | null; whyNotLive: WhyNotLive | null } {
	const whyNotLive = live ? whyNot(live, minCalls) : 'unknown';
	if (whyNotLive === null && live?.estimate) {
		const wait = steadyWait(before?.basis === 'live' ? before.wait : null, live.estimate);
		return { shown: { wait, basis: 'live' }, whyNotLive };
	}
	return { shown: typical && { wait: waitMinutes(typical), basis: 'typical' }, whyNotLive };
}

/** A typical hour's wait on the public steps. */
export function waitMinutes({ medianMs, mostMs }: Pick<TypicalHour, 'medianMs' | 'mostMs'>): WaitMinutes {
	return { half_under: publicStep(medianMs), most_under: publicStep(mostMs) };
}

function whyNot({ feed, estimate, learned }: LiveView, minCalls: number): WhyNotLive | null {
	if (feed !== 'live') return feed;
	if (!estimate) return 'no_agents';
	return estimate.basis === 'calibrated' && learned >= minCalls ? null : 'few_waits';
}
