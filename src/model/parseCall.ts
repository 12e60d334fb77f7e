import { outcomes, type Call, type CallChange, type Outcome } from './call.ts';
import { parseInstant } from './instant.ts';
import { isMasked } from './masked.ts';
import type { RecordCode } from './recordCodes.ts';
import { slugOf } from './slug.ts';

/** Why a record was refused. */
export interface RecordProblem {
	field: string | null;
	code: RecordCode;
	message: string;
}

export type ParsedCall = { change: CallChange } | { problem: RecordProblem; id: string | null };

export interface ParseLimits {
	/** The product's clock. */
	now: number;
	/** Records enqueued before are refused; null: none is too old. */
	oldestAt: number | null;
	/** The same for the records of one queue, by its slug. */
	oldestOf?: (queue: string) => number | null;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** How far a sender's clock may be ahead. */
const aheadMs = 5 * minuteMs;
/** A call that takes longer than this is a mistake of the sender. */
const longestCallMs = 14 * dayMs;
const secondsLimit = 14 * 86_400;

/** Reads one call record of the API (api.md) and says exactly what is wrong with one that cannot be taken. Never throws. */
export function parseCall(value: unknown, limits: ParseLimits): ParsedCall {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		return refuse(null, null, 'not_an_object', 'a call record is a JSON object');
	const record = new RecordReader(value as Record<string, unknown>);
	const change = readChange(record, limits);
	if (record.problem) return { problem: record.problem, id: record.idIfAny() };
	return { change };
}

function readChange(record: RecordReader, limits: ParseLimits): CallChange {
	const id = record.text('id', 200) ?? record.missing('id');
	const source = record.text('source', 100) ?? 'api';
	const revision = record.wholeNumber('revision', -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) ?? 0;
	const queueText = record.text('queue', 200);
	if (record.flag('deleted'))
		return { id, source, revision, queue: queueText ? slugOf(queueText) : null, deleted: true };
	const queue = slugOf(queueText ?? record.missing('queue'));
	const call: Call = {
		id,
		source,
		revision,
		queue,
		queueName: queueText === queue ? null : (queueText ?? null),
		enqueuedAt: record.instant('enqueued_at') ?? record.missingInstant('enqueued_at'),
		answeredAt: record.instant('answered_at'),
		endedAt: record.instant('ended_at'),
		outcome: 'waiting',
		agent: record.text('agent', 200),
		topic: record.text('topic', 200),
		priority: record.wholeNumber('priority', -2147483648, 2147483647),
		caller: callerOf(record.text('caller', 200)),
		channel: record.text('channel', 100) ?? 'voice',
		talkSeconds: record.wholeNumber('talk_seconds', 0, secondsLimit) ?? null,
		holdSeconds: record.wholeNumber('hold_seconds', 0, secondsLimit) ?? null,
		wrapSeconds: record.wholeNumber('wrap_seconds', 0, secondsLimit) ?? null
	};
	checkTimes(call, record, limits);
	call.outcome = readOutcome(call, record);
	return call;
}

/** A record of which the number was hidden before it was sent again says nothing of the caller. */
function callerOf(caller: string | null | undefined): string | null | undefined {
	return isMasked(caller) ? undefined : caller;
}

function checkTimes(call: Call, record: RecordReader, limits: ParseLimits): void {
	const { enqueuedAt, answeredAt, endedAt } = call;
	const { now } = limits;
	checkTime('enqueued_at', enqueuedAt, call, record, now);
	if (answeredAt !== null) checkTime('answered_at', answeredAt, call, record, now);
	if (endedAt !== null) checkTime('ended_at', endedAt, call, record, now);
	if (isTooOld(call.queue, enqueuedAt, limits))
		record.refuse('enqueued_at', 'too_old', 'enqueued_at is older than the records that are kept');
	if (answeredAt !== null && answeredAt < enqueuedAt)
		record.refuse('answered_at', 'answered_before_enqueued', 'answered_at is before enqueued_at');
	if (endedAt !== null && endedAt < enqueuedAt)
		record.refuse('ended_at', 'ends_before_it_starts', 'ended_at is before enqueued_at');
	if (endedAt !== null && answeredAt !== null && endedAt < answeredAt)
		record.refuse('ended_at', 'ends_before_it_is_answered', 'ended_at is before answered_at');
}

/** Whether records of that time are no longer kept. */
export function isTooOld(queue: string, at: number, { oldestAt, oldestOf }: ParseLimits): boolean {
	const oldestOfQueue = oldestOf?.(queue) ?? null;
	return (oldestAt !== null && at < oldestAt) || (oldestOfQueue !== null && at < oldestOfQueue);
}

function checkTime(field: string, at: number, { enqueuedAt }: Call, record: RecordReader, now: number): void {
	if (at > now + aheadMs)
		record.refuse(field, 'in_future', `${field} is more than 5 minutes ahead of the server's clock`);
	if (at < 0) record.refuse(field, 'out_of_range', `${field} is before 1970`);
	if (at - enqueuedAt > longestCallMs)
		record.refuse(field, 'too_long', `${field} is more than 14 days after enqueued_at`);
}

/** The outcome as sent, checked against the instants, or derived from them. */
function readOutcome(call: Call, record: RecordReader): Outcome {
	const sent = record.text('outcome', 40);
	if (sent === undefined || sent === null) {
		if (call.answeredAt !== null) return 'answered';
		return call.endedAt !== null ? 'abandoned' : 'waiting';
	}
	const outcome = outcomes.find((known) => known === sent && known !== 'waiting');
	if (!outcome) {
		record.refuse('outcome', 'unknown_outcome', `outcome is none of ${outcomes.slice(1).join(', ')}`);
		return 'waiting';
	}
	if (outcome === 'answered' && call.answeredAt === null)
		record.refuse('outcome', 'outcome_contradicts', 'outcome is answered, yet there is no answered_at');
	if (outcome !== 'answered' && call.answeredAt !== null)
		record.refuse('outcome', 'outcome_contradicts', `outcome is ${outcome}, yet there is an answered_at`);
	if (outcome === 'abandoned' && call.endedAt === null)
		record.refuse('ended_at', 'required', 'an abandoned call needs ended_at: its wait is counted');
	return outcome;
}

function refuse(id: string | null, field: string | null, code: RecordCode, message: string): ParsedCall {
	return { id, problem: { field, code, message } };
}

/** Reads the fields of one record and keeps the first problem it meets; later ones would only follow from it. */
class RecordReader {
	problem: RecordProblem | null = null;

	constructor(private readonly record: Record<string, unknown>) {}

	refuse(field: string, code: RecordCode, message: string): void {
		this.problem ??= { field, code, message };
	}

	idIfAny(): string | null {
		const id = this.record.id;
		return typeof id === 'string' ? id.slice(0, 200) : null;
	}

	/** The text of a field; undefined when it was not sent, null when it was sent as null. */
	text(field: string, longest: number): string | null | undefined {
		const value = this.record[field];
		if (value === undefined || value === null) return value;
		if (typeof value !== 'string') this.refuse(field, 'not_a_string', `${field} must be a string`);
		else if (value === '') this.refuse(field, 'empty', `${field} is empty; leave it out or send null`);
		else if (value.length > longest)
			this.refuse(field, 'too_long', `${field} is longer than ${longest} characters`);
		else if (value.includes('\0') || !value.isWellFormed())
			this.refuse(
				field,
				'bad_character',
				`${field} holds a character that is not text (NUL or half a surrogate pair)`
			);
		else return value;
		return undefined;
	}

	wholeNumber(field: string, least: number, most: number): number | null | undefined {
		const value = this.record[field];
		if (value === undefined || value === null) return value;
		if (typeof value !== 'number' || !Number.isInteger(value))
			this.refuse(field, 'not_a_whole_number', `${field} must be a whole number`);
		else if (value < least || value > most)
			this.refuse(field, 'out_of_range', `${field} must be from ${least} to ${most}`);
		else return value;
		return undefined;
	}

	instant(field: string): number | null {
		const value = this.record[field];
		if (value === undefined || value === null) return null;
		const at = typeof value === 'string' ? parseInstant(value) : null;
		if (at !== null) return at;
		const localTime =
			typeof value === 'string' && /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(value);
		if (localTime) this.refuse(field, 'no_offset', `${field} has no offset from UTC (such as +08:00 or Z)`);
		else
			this.refuse(
				field,
				'not_an_instant',
				`${field} must be an RFC 3339 instant such as 2026-03-02T09:15:00+08:00`
			);
		return null;
	}

	flag(field: string): boolean {
		const value = this.record[field];
		if (value === undefined || value === null || typeof value === 'boolean') return value === true;
		this.refuse(field, 'not_a_boolean', `${field} must be true or false`);
		return false;
	}

	missing(field: string): string {
		this.refuse(field, 'required', `${field} is required`);
		return '-';
	}

	missingInstant(field: string): number {
		this.refuse(field, 'required', `${field} is required`);
		return 0;
	}
}
