/** So many rows fit on a screen in letters that are read from 5 m. */
const mostRows = 8;

/** How many screens full there are. */
export function wallPages(queues: readonly unknown[]): number {
	return Math.max(1, Math.ceil(queues.length / mostRows));
}

/** The rows of a screen, 0 being the first; beyond the last it begins again. */
export function wallPage<T>(queues: readonly T[], page: number): { first: number; rows: T[] } {
	const first = (page % wallPages(queues)) * mostRows;
	return { first, rows: queues.slice(first, first + mostRows) };
}
