/** Callers whose wait ended at `seconds`, or since the ends before it: what a curve of waits is made of. */
export interface WaitEnds {
	seconds: number;
	answered: number;
	abandoned: number;
	/** All of them waited exactly so long; else somewhere above the end before and up to here. */
	exact: boolean;
}
