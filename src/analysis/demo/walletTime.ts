import type { WalletEffects } from './walletLine.ts';

/** Which part of the demo's world is to be seen, and what is different in it. */
export interface WalletTime {
	/** The same seed gives the same calls, whatever part of the time is asked for. */
	seed: number;
	/** ms; calls enqueued from then on */
	fromAt: number;
	/** ms; now: calls enqueued before it, in the state in which they are just before it */
	toAt: number;
	/** What special days do, instead of what is planned for each line (`walletLines`). */
	effects?: WalletEffects;
	/** False: nobody calls twice, so that the calls of a day are those planned for it and chance. Default true. */
	secondCalls?: boolean;
}
