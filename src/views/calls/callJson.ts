import type { Outcome } from '#model/call.ts';
import type { ListedCall } from '#records/listCalls.server.ts';
import { formatInstant } from '#time/zone.ts';

/** A call as the API shows it; instants with the offset of the queue's zone. */
export interface CallJson {
	id: string;
	source: string;
	enqueued_at: string;
	answered_at: string | null;
	ended_at: string | null;
	outcome: Outcome;
	wait_seconds: number | null;
	agent: string | null;
	topic: string | null;
	channel: string;
	priority: number | null;
	talk_seconds: number | null;
	hold_seconds: number | null;
	wrap_seconds: number | null;
	repeat: boolean | null;
}

export function callJson(call: ListedCall, zone: string): CallJson {
	const instant = (at: number | null) => (at === null ? null : formatInstant(zone, at));
	return {
		id: call.id,
		source: call.source,
		enqueued_at: formatInstant(zone, call.enqueuedAt),
		answered_at: instant(call.answeredAt),
		ended_at: instant(call.endedAt),
		outcome: call.outcome,
		wait_seconds: call.waitMs === null ? null : call.waitMs / 1000,
		agent: call.agent,
		topic: call.topic,
		channel: call.channel,
		priority: call.priority,
		talk_seconds: call.talkSeconds,
		hold_seconds: call.holdSeconds,
		wrap_seconds: call.wrapSeconds,
		repeat: call.repeat
	};
}
