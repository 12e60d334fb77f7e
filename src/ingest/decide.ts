import type { CallRow } from '#records/calls.server.ts';

/** A record with its names resolved to ids; undefined in the four: not sent. */
export type IncomingCall = Omit<CallRow, 'agent' | 'topicId' | 'priority' | 'caller' | 'repeat'> & {
	agent: string | null | undefined;
	topicId: number | null | undefined;
	priority: number | null | undefined;
	caller: string | null | undefined;
};

export type Status = 'created' | 'updated' | 'unchanged';

/**
 * What a record makes of a call: the highest revision wins; within one revision the fuller state, waiting < answered <
 * ended < deleted; within one state the later arrival. The winner's times, outcome and durations stand as a whole.
 * Agent, topic, priority and caller that the winner does not carry are kept, or filled in from the older record, so
 * that the order of arrival makes no difference.
 */
export function decide(known: CallRow | null, incoming: IncomingCall): { status: Status; row: CallRow } {
	if (known === null) {
		const row = filled(incoming, null);
		return { status: row.outcome === 'deleted' ? 'unchanged' : 'created', row };
	}
	const row = wins(incoming, known) ? filled(incoming, known) : completed(known, incoming);
	return same(row, known) ? { status: 'unchanged', row: known } : { status: 'updated', row };
}

function wins(incoming: IncomingCall, known: CallRow): boolean {
	if (incoming.revision !== known.revision) return incoming.revision > known.revision;
	return fullness(incoming) >= fullness(known);
}

function fullness(call: Pick<CallRow, 'outcome' | 'endedAt'>): number {
	if (call.outcome === 'deleted') return 3;
	if (call.outcome === 'waiting') return 0;
	return call.outcome === 'answered' && call.endedAt === null ? 1 : 2;
}

/** The incoming call, with what it does not say taken from the known one. */
export function filled(incoming: IncomingCall, known: CallRow | null): CallRow {
	if (incoming.outcome === 'deleted') return emptied(incoming, known);
	const { agent, topicId, priority, caller } = incoming;
	// Written out: copying with `...` takes five times as long, and this runs for every record.
	const row: CallRow = {
		sourceId: incoming.sourceId,
		id: incoming.id,
		queueId: incoming.queueId,
		topicId: topicId === undefined ? (known?.topicId ?? null) : topicId,
		enqueuedAt: incoming.enqueuedAt,
		answeredAt: incoming.answeredAt,
		endedAt: incoming.endedAt,
		outcome: incoming.outcome,
		agent: agent === undefined ? (known?.agent ?? null) : agent,
		channel: incoming.channel,
		priority: priority === undefined ? (known?.priority ?? null) : priority,
		talkSeconds: incoming.talkSeconds,
		holdSeconds: incoming.holdSeconds,
		wrapSeconds: incoming.wrapSeconds,
		caller: caller === undefined ? (known?.caller ?? null) : caller,
		repeat: false,
		revision: incoming.revision
	};
	row.repeat = known !== null && keepsItsCaller(row, known) && known.repeat;
	return row;
}

/** The known call, with what it does not say taken from an older record of it. */
function completed(known: CallRow, incoming: IncomingCall): CallRow {
	if (known.outcome === 'deleted' || incoming.outcome === 'deleted') return known;
	return {
		...known,
		agent: known.agent ?? incoming.agent ?? null,
		topicId: known.topicId ?? incoming.topicId ?? null,
		priority: known.priority ?? incoming.priority ?? null,
		caller: known.caller ?? incoming.caller ?? null
	};
}

/** What is left of a deleted call: its key, so that a late copy does not bring it back, and nothing of its content. */
export function emptied(incoming: IncomingCall, known: CallRow | null): CallRow {
	return {
		sourceId: incoming.sourceId,
		id: incoming.id,
		revision: incoming.revision,
		queueId: known?.queueId ?? incoming.queueId,
		enqueuedAt: known?.enqueuedAt ?? incoming.enqueuedAt,
		outcome: 'deleted',
		channel: 'voice',
		answeredAt: null,
		endedAt: null,
		talkSeconds: null,
		holdSeconds: null,
		wrapSeconds: null,
		agent: null,
		topicId: null,
		priority: null,
		caller: null,
		repeat: false
	};
}

/** Whether the mark "called before" still holds: same caller, same queue, same instant. */
export function keepsItsCaller(
	a: Pick<CallRow, 'caller' | 'queueId' | 'enqueuedAt'>,
	b: Pick<CallRow, 'caller' | 'queueId' | 'enqueuedAt'>
): boolean {
	return a.caller === b.caller && a.queueId === b.queueId && a.enqueuedAt === b.enqueuedAt;
}

/** Whether both say the same of a call. */
export function same(a: CallRow, b: CallRow): boolean {
	// Written out: a list of names takes ten times as long, and this runs for every record that comes again.
	return (
		a.enqueuedAt === b.enqueuedAt &&
		a.answeredAt === b.answeredAt &&
		a.endedAt === b.endedAt &&
		a.outcome === b.outcome &&
		a.wrapSeconds === b.wrapSeconds &&
		a.talkSeconds === b.talkSeconds &&
		a.holdSeconds === b.holdSeconds &&
		a.queueId === b.queueId &&
		a.topicId === b.topicId &&
		a.agent === b.agent &&
		a.channel === b.channel &&
		a.priority === b.priority &&
		a.caller === b.caller &&
		a.repeat === b.repeat &&
		a.revision === b.revision
	);
}
