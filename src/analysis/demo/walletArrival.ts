import type { Arrival } from '../simulation/arrival.ts';
import type { Random } from '../simulation/random.ts';

/** A caller of the demo. All durations are whole seconds, so all of its instants are. */
export interface WalletArrival extends Arrival {
	topic: string;
	caller: string;
	talkSeconds: number;
	holdSeconds: number;
	wrapSeconds: number;
	/** 1 for the first call of this caller on this day. */
	attempt: number;
	day: CallersDay;
}

/** What the callers of one day share. Instants in ms. */
export interface CallersDay {
	date: string;
	/** No call is taken in from then on. */
	lastAt: number;
	/** Those who still wait are sent away; Infinity: never. */
	closeAt: number;
	/** The chance that decides on second calls. */
	later: Random;
}
