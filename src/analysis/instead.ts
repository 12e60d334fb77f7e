import type { Instead, WaitMinutes } from '#model/publicAnswer.ts';
import type { Queue } from '#model/queue.ts';
import type { BestWindow } from './bestWindows.ts';

/** Where most callers wait longer than this, calling now is not what is said first. */
const longMinutes = 15;
/** A better time so soon is worth more than another channel. */
const soonMs = 3 * 3_600_000;

/** What to do instead of calling now, the first first; nothing while the wait is bearable, or is not known. */
export function instead(
	queue: Queue,
	{ current, best, asOf }: { current: { wait: WaitMinutes } | null; best: BestWindow[]; asOf: number }
): Instead[] {
	if (!current || !isLong(current.wait)) return [];
	const channels: Instead[] = queue.public.channels.some(({ kind }) => kind !== 'complaint')
		? ['channel']
		: [];
	const next = best.find(({ startAt }) => startAt > asOf);
	if (!next) return channels;
	const later: Instead[] = ['window', 'reminder'];
	return next.startAt - asOf <= soonMs ? [...later, ...channels] : [...channels, ...later];
}

function isLong({ most_under }: WaitMinutes): boolean {
	return most_under === null || most_under > longMinutes;
}
