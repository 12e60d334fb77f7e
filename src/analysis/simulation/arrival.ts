import type { Outcome } from '#model/call.ts';

/** A caller on the way into the queue, with all that chance decides, so that the queue itself decides nothing. */
export interface Arrival {
	/** When the caller enters the queue, ms. */
	at: number;
	/** Higher is served first. */
	priority: number;
	/** How long an agent talks with this caller, holds included, ms. */
	serviceMs: number;
	/** How long that agent is busy after it, ms. */
	wrapMs: number;
	/** The wait after which the caller is gone, ms; Infinity: stays until answered. */
	leaveAfterMs: number;
	leaveAs: Leaving;
}

/** How a caller goes without having been answered. */
export type Leaving = Extract<Outcome, 'abandoned' | 'overflowed' | 'timed_out' | 'callback' | 'voicemail'>;

/** A caller who has been through the queue. Instants in ms; null: did not happen. */
export interface SimulatedCall<A extends Arrival = Arrival> {
	arrival: A;
	answeredAt: number | null;
	/** The end of the talk, or of the wait without one. */
	endedAt: number | null;
	/** `rejected`: there was no room. `waiting`: the simulation ended first. */
	outcome: Outcome;
	/** Number of the agent who answered, from 0. */
	agent: number | null;
	truth: Truth;
}

/** What no phone system records: what an estimate of the wait should have known, and said. */
export interface Truth {
	/** Callers who were before this one at the arrival. */
	ahead: number;
	/** Agents on duty at the arrival. */
	agents: number;
	/** The wait until an agent came, or would have come had the caller stayed; null: never seen. */
	offeredWaitMs: number | null;
}
