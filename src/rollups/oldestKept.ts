import { floorTo, nextStart } from '#time/intervals.ts';

const dayMs = 86_400_000;

/** For how many days a queue's calls are kept: its own time, if shorter than that of all; null: for ever. */
export function keptDays(
	{ retention_days: own }: { retention_days: number | null },
	retentionDays: number | null
): number | null {
	return own === null || retentionDays === null ? (own ?? retentionDays) : Math.min(own, retentionDays);
}

/**
 * The start of the first local day whose calls are all kept. Older records are refused when they come (`too_old`), so
 * what lies before it never changes again.
 */
export function oldestKeptAt(zone: string, retentionDays: number, now: number): number {
	return floorTo(zone, now - retentionDays * dayMs, 'day');
}

/** From where on figures can be counted again: a call of the first kept day may repeat one of the day before it. */
export function countableFrom(zone: string, retentionDays: number, now: number): number {
	const secondDay = nextStart(zone, oldestKeptAt(zone, retentionDays, now), 'day');
	return nextStart(zone, secondDay, 'day');
}
