import type { Call } from './call.ts';

/** A call as one line of NDJSON, without its newline, in the field names of the API. What was not sent stays out. */
export function callJson(call: Call): string {
	return JSON.stringify({
		id: call.id,
		source: call.source,
		queue: call.queueName ?? call.queue,
		enqueued_at: instant(call.enqueuedAt),
		answered_at: instant(call.answeredAt),
		ended_at: instant(call.endedAt),
		// Waiting is not an outcome to be sent: it is what the instants say.
		outcome: call.outcome === 'waiting' ? null : call.outcome,
		agent: call.agent,
		topic: call.topic,
		channel: call.channel,
		priority: call.priority,
		talk_seconds: call.talkSeconds,
		hold_seconds: call.holdSeconds,
		wrap_seconds: call.wrapSeconds,
		caller: call.caller,
		revision: call.revision === 0 ? undefined : call.revision
	});
}

/** RFC 3339 in UTC, milliseconds only where there are any. */
function instant(at: number | null): string | null {
	return at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z');
}
