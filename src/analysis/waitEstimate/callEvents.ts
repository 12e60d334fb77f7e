import type { Call } from '#model/call.ts';
import type { WaitEvent } from './waitEvent.ts';

/** The fields of a record that its events come from. */
export type TimedCall = Pick<Call, 'id' | 'enqueuedAt' | 'answeredAt' | 'endedAt' | 'outcome' | 'priority'>;

/**
 * The events of one queue's calls in the order in which they happened, whatever the order of the records: what an
 * estimator that was there would have been told. A record carries its call's future; an event does not. At one instant
 * agents become free first, then callers leave the queue, then new ones come, each in the order of their ids; who is
 * answered at once is so before the next comes.
 */
export function callEvents(calls: Iterable<TimedCall>): WaitEvent[] {
	const placed: Placed[] = [];
	for (const call of calls) placed.push(...eventsOf(call));
	return placed.sort(inOrder).map(({ event }) => event);
}

type CallEvent = Exclude<WaitEvent, { kind: 'staffed' }>;

interface Placed {
	event: CallEvent;
	/** The place of an event among those of the same instant. */
	step: (typeof steps)[keyof typeof steps];
}

const steps = { finished: 0, gone: 1, come: 2 } as const;

function inOrder(a: Placed, b: Placed): number {
	return a.event.at - b.event.at || a.step - b.step || byText(a.event.id, b.event.id);
}

function byText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

/** In the order in which they must stay where they share an instant, which a stable sort keeps. */
function eventsOf(call: TimedCall): Placed[] {
	const { id, enqueuedAt, answeredAt, endedAt, outcome } = call;
	const enqueued: CallEvent = { kind: 'enqueued', at: enqueuedAt, id, priority: call.priority ?? null };
	const events: Placed[] = [{ event: enqueued, step: steps.come }];
	const goneAt = answeredAt ?? endedAt;
	if (goneAt === null) return events;
	const gone: CallEvent =
		answeredAt === null
			? { kind: 'left', at: goneAt, id, by: outcome === 'abandoned' ? 'caller' : 'line' }
			: { kind: 'answered', at: goneAt, id };
	events.push({ event: gone, step: goneAt === enqueuedAt ? steps.come : steps.gone });
	if (answeredAt !== null && endedAt !== null) {
		const step = endedAt > answeredAt ? steps.finished : (events.at(-1)?.step ?? steps.gone);
		events.push({ event: { kind: 'finished', at: endedAt, id }, step });
	}
	return events;
}
