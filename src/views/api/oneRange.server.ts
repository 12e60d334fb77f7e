import type { RequestEvent } from '@sveltejs/kit';
import type { StoredQueue } from '#records/queues.server.ts';
import type { Interval } from '#time/intervals.ts';
import { parseRange } from '#time/parseRange.ts';
import { liveQueue } from './live.server.ts';
import { problem } from './problem.ts';

/** The one queue and the one stretch of time that a request names (`from`, `to`; quarter hours), or what is wrong. */
export async function oneRange(
	event: RequestEvent
): Promise<{ stored: StoredQueue; interval: Interval } | Response> {
	const stored = await liveQueue(event);
	if (stored instanceof Response) return stored;
	const query = event.url.searchParams;
	const asked = { from: query.get('from'), to: query.get('to'), grain: 'quarter' } as const;
	const range = parseRange(stored.queue.zone, event.locals.now, asked);
	if ('field' in range) return problem(400, 'Wrong parameter', range.message, { field: range.field });
	return { stored, interval: { startAt: range.fromAt, endAt: range.toAt } };
}
