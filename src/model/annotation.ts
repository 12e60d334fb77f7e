/** What somebody says of a stretch of a queue's time: an outage, a campaign. */
export interface Annotation {
	id: string;
	/** Null: it is of all queues. */
	queueId: number | null;
	/** ms; the end is out. */
	fromAt: number;
	toAt: number;
	text: string;
	/** What came then is no example: typical days, peaks, effects of special days and forecasts do without it. */
	leaveOut: boolean;
	/** Who wrote it last, and when (ms). */
	by: string;
	changedAt: number;
}

/** What may be said of one; a year and a day is longer than anything that is told of one stretch of time. */
export const annotationLimits = { textLength: 200, longestMs: 366 * 86_400_000 };
