import type { Outcome } from '#model/call.ts';
import { wholeSeconds } from '../vendorFields.ts';
import type { RowFacts, RowReader } from './csvRow.ts';

/** When a caller waited, was answered and left, and how, as far as a row (or several) says. */
export interface RowCall {
	enqueuedAt: number | null;
	answeredAt: number | null;
	endedAt: number | null;
	outcome: Exclude<Outcome, 'waiting'> | null;
	talkSeconds: number | null;
	holdSeconds: number | null;
	wrapSeconds: number | null;
}

/**
 * The call that a row tells of. Exports give some of a call's times and some of its durations; the others follow from
 * them. The word for how it ended stands above a time of answer (a system may pick up before a person does), and the
 * wait that is written above the difference of two clocks.
 */
export function callOfFacts(facts: RowFacts, reader: Pick<RowReader, 'has'>): RowCall {
	const { waitSeconds, talkSeconds, holdSeconds, totalSeconds } = facts;
	const outcome = outcomeOf(facts, reader);
	const isAnswered = outcome === 'answered';
	const ms = (seconds: number | null) => (seconds === null ? null : Math.round(seconds * 1000));
	const wait = ms(waitSeconds);
	const handling =
		isAnswered && talkSeconds !== null ? (ms(talkSeconds) ?? 0) + (ms(holdSeconds) ?? 0) : null;
	const after = isAnswered ? sum(wait, handling) : wait;
	const enqueuedAt =
		facts.enqueuedAt ??
		less(isAnswered ? facts.answeredAt : null, wait) ??
		less(facts.endedAt, ms(totalSeconds)) ??
		less(facts.endedAt, after);
	const answeredAt = isAnswered
		? (sum(enqueuedAt, wait) ?? facts.answeredAt ?? less(facts.endedAt, handling))
		: null;
	const end = isAnswered
		? (facts.endedAt ?? sum(answeredAt, handling) ?? sum(enqueuedAt, ms(totalSeconds)))
		: (sum(enqueuedAt, wait) ?? facts.endedAt ?? sum(enqueuedAt, ms(totalSeconds)));
	return {
		enqueuedAt,
		answeredAt,
		endedAt: answeredAt !== null && end !== null && nearlyAt(end, answeredAt) ? answeredAt : end,
		outcome,
		talkSeconds: isAnswered ? wholeSeconds(talkSeconds) : null,
		holdSeconds: isAnswered ? wholeSeconds(holdSeconds) : null,
		wrapSeconds: isAnswered ? wholeSeconds(facts.wrapSeconds) : null
	};
}

/** How it ended: by its word, else by the answer, the talk or the agent, whichever the table has; null: nothing tells. */
function outcomeOf(facts: RowFacts, reader: Pick<RowReader, 'has'>): RowCall['outcome'] {
	const { meaning, answeredAt, talkSeconds, agent } = facts;
	if (meaning !== null && meaning !== 'unsaid' && meaning !== 'skip') return meaning;
	if (answeredAt !== null) return 'answered';
	if (reader.has('answered_at') || meaning === 'unsaid') return null;
	if (reader.has('talk_seconds')) return talkSeconds !== null && talkSeconds > 0 ? 'answered' : null;
	const agentTells = reader.has('agent') && reader.has('wait_seconds') && !reader.has('outcome');
	return agentTells && agent !== null ? 'answered' : null;
}

/** Rounded seconds and minutes can put an end just before the answer. */
function nearlyAt(end: number, answeredAt: number): boolean {
	return end < answeredAt && answeredAt - end <= 60_000;
}

function sum(a: number | null, b: number | null): number | null {
	return a === null || b === null ? null : a + b;
}

function less(a: number | null, b: number | null): number | null {
	return a === null || b === null ? null : a - b;
}
