import type { RecordCode } from './recordCodes.ts';

/**
 * A call as Offpeak knows it, and the words for how it can end.
 * Instants are milliseconds since 1970 in UTC; durations after the answer are whole seconds.
 */

/** How a call left the queue. `waiting`: it has not yet. */
export const outcomes = [
	'waiting',
	'answered',
	'abandoned',
	'overflowed',
	'timed_out',
	'callback',
	'voicemail',
	'rejected',
	'lost'
] as const;

export type Outcome = (typeof outcomes)[number];

/** One call record, checked. What is not known is null. */
export interface Call {
	/** Unique for its source, 1..200 characters. */
	id: string;
	/** The system that it comes from. */
	source: string;
	/** The queue's slug. */
	queue: string;
	/** The queue's name as it was sent, when it was not already a slug. */
	queueName: string | null;
	enqueuedAt: number;
	answeredAt: number | null;
	endedAt: number | null;
	outcome: Outcome;
	/** undefined in the four below: not sent, so what is known stays; null: sent as unknown. */
	agent: string | null | undefined;
	topic: string | null | undefined;
	priority: number | null | undefined;
	/** As sent. Only its keyed hash is ever stored. */
	caller: string | null | undefined;
	channel: string;
	talkSeconds: number | null;
	holdSeconds: number | null;
	wrapSeconds: number | null;
	/** The highest wins; 0 where none was sent. */
	revision: number;
}

/** Takes a call back, with all that it added to every figure. */
export interface Deletion {
	id: string;
	source: string;
	queue: string | null;
	revision: number;
	deleted: true;
}

export type CallChange = Call | Deletion;

/** A record that was refused: data, not an exception. */
export interface Reject {
	/** Counts from 1: a line of the body, or the item's place in a JSON array. */
	line: number;
	id: string | null;
	field: string | null;
	code: RecordCode;
	/** One sentence in English for the person who reads the log. */
	message: string;
}
