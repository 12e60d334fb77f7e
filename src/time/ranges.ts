/** A stretch of time, ms; the end is out. */
export interface TimeRange {
	fromAt: number;
	toAt: number;
}

/** Whether any of the ranges has a moment between two instants (the later one out). */
export function overlaps(ranges: readonly TimeRange[], startAt: number, endAt: number): boolean {
	return ranges.some(({ fromAt, toAt }) => fromAt < endAt && startAt < toAt);
}
