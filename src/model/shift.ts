/** People who are planned to be there from an instant up to another. */
export interface Shift {
	startAt: number;
	endAt: number;
	/** A whole number, from 1. */
	agents: number;
}
