/** What comes in an interval. */
export interface Workload {
	calls: number;
	intervalSeconds: number;
	/** Mean time of an agent for one call, with what follows it. */
	ahtSeconds: number;
}

/** What callers get. null: there is none (no calls, or a wait without end). */
export interface Service {
	/** Share of all callers who are answered within the threshold. */
	serviceLevel: number | null;
	/** Of all callers, those who give up included. */
	meanWaitSeconds: number | null;
	/** Share of their time in which agents are busy. */
	occupancy: number | null;
	/** Share of callers who are not answered at once. */
	waitShare: number | null;
	/** Share of callers who give up; null where the model knows no patience. */
	abandonment: number | null;
}
