import type { RequestEvent } from '@sveltejs/kit';
import { formatInstant } from '#time/zone.ts';
import { readerSources, type ReaderSource } from '../readerSources.server.ts';
import { authorize } from './authorize.server.ts';

/** `GET /api/v1/sources`: how the sources of the reader's queues do. */
export async function getSources(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const sources = await readerSources(allowed.queues, event.locals.now);
	return Response.json({ sources: sources.map(sourceJson) });
}

export function sourceJson({ zone, ...one }: ReaderSource) {
	const instant = (at: number | null) => (at === null ? null : formatInstant(zone, at));
	const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 1000));
	return {
		source: one.source,
		queues: one.queues.map(({ queue }) => queue.slug),
		problems: one.problems.map(({ kind }) => kind),
		last_received_at: formatInstant(zone, one.receivedAt),
		newest_at: instant(one.newestAt),
		delay_seconds: seconds(one.delayMs),
		usual_delay_seconds: seconds(one.usualDelayMs),
		records_a_minute: one.perMinute,
		read_24h: one.read,
		rejected_24h: one.refused,
		clock_ahead_seconds: seconds(one.aheadMs),
		rejected_in_future_1h: one.fromFuture,
		gaps: one.gaps.map(({ fromAt, toAt }) => ({ start: formatInstant(zone, fromAt), end: instant(toAt) }))
	};
}
