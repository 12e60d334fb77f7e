import type { Call, Outcome } from '#model/call.ts';
import { addToBin, emptyWaits, mergeWaits, waitBin, type Waits } from './waits.ts';

/**
 * The sums of any set of calls. Everything but the two longest waits can be added and taken away, so a range is the
 * sum of its parts and a changed call is its new sums less its old ones.
 */
export interface Tally {
	answered: number;
	abandoned: number;
	overflowed: number;
	timedOut: number;
	callback: number;
	voicemail: number;
	rejected: number;
	lost: number;
	waiting: number;
	/** Of answered calls. */
	answeredWaitMs: number;
	/** Answered calls that carry a handling time (metrics.md: AHT). */
	handled: number;
	talkSeconds: number;
	holdSeconds: number;
	wrapSeconds: number;
	/** Calls whose number was sent. */
	withCaller: number;
	/** Calls by a number seen in the 24 hours before. */
	repeatCallers: number;
	/** Answered or abandoned calls whose wait was not a whole number of seconds. */
	splitSeconds: number;
	longestAnsweredMs: number | null;
	longestAbandonedMs: number | null;
	waits: Waits;
}

/** What of a call its sums depend on: of the caller only whether there is one, and whether they called before. */
export type CountedCall = Pick<
	Call,
	'enqueuedAt' | 'answeredAt' | 'endedAt' | 'outcome' | 'talkSeconds' | 'holdSeconds' | 'wrapSeconds'
> & { caller: string | null; repeat: boolean };

/** The names of the plain sums, which add up column by column. */
export const sumNames = [
	'answered',
	'abandoned',
	'overflowed',
	'timedOut',
	'callback',
	'voicemail',
	'rejected',
	'lost',
	'waiting',
	'answeredWaitMs',
	'handled',
	'talkSeconds',
	'holdSeconds',
	'wrapSeconds',
	'withCaller',
	'repeatCallers',
	'splitSeconds'
] as const;

const countOf: Record<Outcome, (typeof sumNames)[number]> = {
	waiting: 'waiting',
	answered: 'answered',
	abandoned: 'abandoned',
	overflowed: 'overflowed',
	timed_out: 'timedOut',
	callback: 'callback',
	voicemail: 'voicemail',
	rejected: 'rejected',
	lost: 'lost'
};

export function emptyTally(): Tally {
	return {
		answered: 0,
		abandoned: 0,
		overflowed: 0,
		timedOut: 0,
		callback: 0,
		voicemail: 0,
		rejected: 0,
		lost: 0,
		waiting: 0,
		answeredWaitMs: 0,
		handled: 0,
		talkSeconds: 0,
		holdSeconds: 0,
		wrapSeconds: 0,
		withCaller: 0,
		repeatCallers: 0,
		splitSeconds: 0,
		longestAnsweredMs: null,
		longestAbandonedMs: null,
		waits: emptyWaits()
	};
}

/** Every call that entered the queue: the sum of all outcomes and of those still waiting. */
export function offered(tally: Tally): number {
	return tally.answered + tally.abandoned + flowedOut(tally) + tally.rejected + tally.lost + tally.waiting;
}

/** Calls that left the queue for another way of being served. */
export function flowedOut(tally: Tally): number {
	return tally.overflowed + tally.timedOut + tally.callback + tally.voicemail;
}

/** Adds one call (`sign` 1) or takes it away (`sign` -1; the longest waits then stay as they are). */
export function addCall(tally: Tally, call: CountedCall, sign: 1 | -1): void {
	tally[countOf[call.outcome]] += sign;
	if (call.caller !== null) tally.withCaller += sign;
	if (call.repeat) tally.repeatCallers += sign;
	const waitMs = waitOf(call);
	if (waitMs !== null && (call.outcome === 'answered' || call.outcome === 'abandoned')) {
		addToBin(tally.waits, waitBin(waitMs), call.outcome, sign);
		if (waitMs % 1000 !== 0) tally.splitSeconds += sign;
		if (call.outcome === 'answered') {
			tally.answeredWaitMs += sign * waitMs;
			if (sign === 1) tally.longestAnsweredMs = longer(tally.longestAnsweredMs, waitMs);
		} else if (sign === 1) tally.longestAbandonedMs = longer(tally.longestAbandonedMs, waitMs);
	}
	const handling = call.outcome === 'answered' ? handlingOf(call) : null;
	if (handling === null) return;
	tally.handled += sign;
	tally.talkSeconds += sign * handling.talkSeconds;
	tally.holdSeconds += sign * handling.holdSeconds;
	tally.wrapSeconds += sign * handling.wrapSeconds;
}

/** Adds all of `from` to `into`. */
export function mergeTally(into: Tally, from: Tally): void {
	// Written out: by a list of names it takes ten times as long, and a page adds up thousands.
	into.answered += from.answered;
	into.abandoned += from.abandoned;
	into.overflowed += from.overflowed;
	into.timedOut += from.timedOut;
	into.callback += from.callback;
	into.voicemail += from.voicemail;
	into.rejected += from.rejected;
	into.lost += from.lost;
	into.waiting += from.waiting;
	into.answeredWaitMs += from.answeredWaitMs;
	into.handled += from.handled;
	into.talkSeconds += from.talkSeconds;
	into.holdSeconds += from.holdSeconds;
	into.wrapSeconds += from.wrapSeconds;
	into.withCaller += from.withCaller;
	into.repeatCallers += from.repeatCallers;
	into.splitSeconds += from.splitSeconds;
	into.longestAnsweredMs = longer(into.longestAnsweredMs, from.longestAnsweredMs);
	into.longestAbandonedMs = longer(into.longestAbandonedMs, from.longestAbandonedMs);
	mergeWaits(into.waits, from.waits);
}

/** Milliseconds from entering the queue to the answer, or to leaving it; null while waiting or when the end is unknown. */
export function waitOf(call: Pick<Call, 'enqueuedAt' | 'answeredAt' | 'endedAt' | 'outcome'>): number | null {
	const until = call.outcome === 'answered' ? call.answeredAt : call.endedAt;
	return until === null ? null : until - call.enqueuedAt;
}

/**
 * Talk, hold and wrap of an answered call in whole seconds. Talk falls back to answered → ended less hold; a call
 * that carries neither a talk time nor an end has no handling time yet: null.
 */
function handlingOf(
	call: CountedCall
): { talkSeconds: number; holdSeconds: number; wrapSeconds: number } | null {
	const holdSeconds = call.holdSeconds ?? 0;
	const wrapSeconds = call.wrapSeconds ?? 0;
	if (call.talkSeconds !== null) return { talkSeconds: call.talkSeconds, holdSeconds, wrapSeconds };
	if (call.answeredAt === null || call.endedAt === null) return null;
	const connectedSeconds = Math.round((call.endedAt - call.answeredAt) / 1000);
	return { talkSeconds: Math.max(0, connectedSeconds - holdSeconds), holdSeconds, wrapSeconds };
}

export function longer(a: number | null, b: number | null): number | null {
	if (a === null) return b;
	return b === null || b < a ? a : b;
}
