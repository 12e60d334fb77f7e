import type { Leaving } from '../simulation/arrival.ts';

/** 24 values, one for each hour of the wall clock. */
export type ByHour = readonly number[];

/** What a special day does to the number of calls, as a factor on the like ordinary day. */
export interface WalletEffects {
	monthEnd: number;
	beforeHoliday: number;
	/** On the like Sunday. */
	holiday: number;
	afterHoliday: number;
}

/** How one line of the demo behaves. Times in seconds, shares 0..1. */
export interface WalletLine {
	/** Calls of an ordinary day, Monday to Sunday, when 2026 begins. */
	calls: readonly number[];
	/** How the calls of a day lie in it: weights of any size, up to the hours that are closed. */
	profile: { workday: ByHour; restDay: ByHour };
	effects: WalletEffects;
	/** Agents on the plan, when 2026 begins. */
	agents: { workday: ByHour; restDay: ByHour };
	/** Talk of an ordinary topic, without holds. */
	talk: { mean: number; variation: number };
	hold: { share: number; mean: number };
	wrap: { mean: number; variation: number };
	patience: { mean: number; variation: number; never: number };
	/** What the line offers to those who have waited so long, and who takes it. */
	wayOut: { after: number; share: number; as: Leaving };
	/** Share of the topics in the order of the public part, and how long they take beside the mean. */
	topics: readonly { slug: string; share: number; length: number; priority: number }[];
	/** So many can wait. */
	room: number;
	/** Calls in an outage of the payment system, and in the hours after it, as factors. */
	outage: { during: number; after: number };
	/** Letter of the agents' names, and how many names a shift has: more than are ever on duty. */
	team: { prefix: string; size: number };
}
