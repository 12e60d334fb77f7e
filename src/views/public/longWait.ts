import type { BestTime } from '#model/publicAnswer.ts';
import type { PublicChannel } from '#model/queue.ts';

const longMinutes = 15;

/** Whether most callers have to reckon with more than 15 minutes now: then something else comes before the number. */
export function isLongWait({ now }: Pick<BestTime, 'now'>): boolean {
	if (!now) return false;
	const { most_under } = now.wait_minutes;
	return most_under === null || most_under > longMinutes;
}

/** The channels that need no waiting in a line, at most two, in the manager's order. */
export function instantChannels(channels: PublicChannel[]): PublicChannel[] {
	const instant: PublicChannel['kind'][] = ['callback', 'chat', 'app', 'wechat', 'web'];
	return channels.filter(({ kind }) => instant.includes(kind)).slice(0, 2);
}
