import type { Answer } from '#ingest/acceptCalls.server.ts';
import { limits } from '#ingest/limits.ts';
import { outcomes, type Reject } from '#model/call.ts';
import { recordCodes } from '#model/recordCodes.ts';
import { choice, count, instant, list, nullable, object, ref, text, wholeNumber } from './schemaParts.ts';
import type { Schema } from './types.ts';

/** What goes into ingestion and what comes back. */
export const callSchemas: Record<string, Schema> = {
	Call: call(),
	Deletion: {
		description: 'Takes a call back, with all that it added to every figure.',
		type: 'object',
		required: ['id', 'deleted'],
		properties: { ...identity(), deleted: { const: true } }
	},
	Record: { description: 'A call, or the deletion of one.', anyOf: [ref('Call'), ref('Deletion')] },
	Records: {
		description: 'One record, an array of them, or an object that holds the array.',
		anyOf: [
			ref('Record'),
			list(ref('Record')),
			{ type: 'object', required: ['calls'], properties: { calls: list(ref('Record')) } }
		]
	},
	IngestAnswer: object<Answer>(
		'What became of the records of a body. received = created + updated + unchanged + rejected, always.',
		{
			received: count('Records that were read.'),
			created: count('Calls that were not known.'),
			updated: count('Calls that changed.'),
			unchanged: count('The same again, or older than what is stored.'),
			rejected: count('Records that were refused. All of them are kept, see /api/v1/rejects.'),
			errors: list(ref('RecordError'), 'Why records were refused: the first of them.', {
				maxItems: limits.errors_returned
			}),
			inexact: {
				description:
					'Of a dry run of more than 100,000 calls only: what comes again far below may be counted as created.',
				const: true
			}
		},
		{ optional: ['inexact'] }
	),
	RecordError: object<Reject>(
		'A record that was refused. One bad record never costs the good ones.',
		errorFields()
	),
	RecordCode: {
		description: 'Why a record was refused. A code keeps its meaning; there may be new ones.',
		type: 'string',
		oneOf: Object.entries(recordCodes).map(([code, description]) => ({ const: code, description }))
	},
	Reject: object<RejectJson>('A refused record as it is kept.', {
		received_at: instant('When it was sent.'),
		source: nullable(text('The system that it came from. Null: it was refused before this was kept.')),
		format: nullable(text('What it was read as, a name of `?format=`.')),
		...errorFields(),
		text: text('What was sent, without callers’ numbers. A record that is too large is cut.')
	}),
	Rejects: object<{ rejects: unknown; cursor: unknown }>('A page of refused records, the latest first.', {
		rejects: list(ref('Reject'), '', { maxItems: 100 }),
		cursor: nullable(text('Give it as ?cursor= for the next page; null: there is none.'))
	}),
	Limits: object<typeof limits>('What ingestion takes.', limitFields())
};

type RejectJson = Reject & {
	received_at: string;
	source: string | null;
	format: string | null;
	text: string;
};

function identity(): Record<string, Schema> {
	return {
		id: text('Unique for its source. Sending it again is an update, never a second call.', {
			minLength: 1,
			maxLength: 200
		}),
		source: {
			...nullable(text('The system that it comes from.', { minLength: 1, maxLength: 100 })),
			default: 'api'
		},
		queue: text(
			'The queue’s slug; any other name is slugged and kept as its name. A queue that is named for the first ' +
				'time is made, private. Needed, except where ?queue= gives it.',
			{ minLength: 1, maxLength: 200 }
		),
		revision: nullable(
			wholeNumber(
				'The highest wins. Without it the fuller state wins: waiting, then answered, then ended; then the later arrival.',
				Number.MIN_SAFE_INTEGER,
				Number.MAX_SAFE_INTEGER
			)
		)
	};
}

function call(): Schema {
	const word = (description: string, maxLength = 200) =>
		nullable(text(description, { minLength: 1, maxLength }));
	const length = (description: string) => nullable(wholeNumber(description, 0, limits.longest_call_seconds));
	return {
		description:
			'A call, as far as it is known. Send it as often as it changes: waiting, answered, ended, in any order. ' +
			'Other fields are passed over.',
		type: 'object',
		required: ['id', 'enqueued_at'],
		properties: {
			...identity(),
			enqueued_at: instant('The caller starts to wait for a person.'),
			answered_at: nullable(instant('A person answers.')),
			ended_at: nullable(
				instant('The call leaves the queue’s care. Null, with answered_at null: still waiting.')
			),
			outcome: nullable(
				choice(
					outcomes.filter((outcome) => outcome !== 'waiting'),
					'How it ended. Left out: answered when there is answered_at, else abandoned when there is ended_at.'
				)
			),
			agent: word('Who answered.'),
			topic: word('Why they call.'),
			channel: { ...word('How they call.', 100), default: 'voice' },
			priority: nullable(wholeNumber('Higher is served first.', -(2 ** 31), 2 ** 31 - 1)),
			talk_seconds: length('Talking, after the answer.'),
			hold_seconds: length('On hold, after the answer.'),
			wrap_seconds: length('After-call work.'),
			caller: word('Never stored: a keyed hash of it is, to count repeat callers.'),
			deleted: { description: 'See Deletion.', enum: [false, null] }
		}
	};
}

function errorFields(): Record<keyof Reject, Schema> {
	return {
		line: wholeNumber('The line of the body, or the place in a JSON array; counts from 1.', 1),
		id: nullable(text('The record’s id, where it could be read.')),
		field: nullable(text('The field that is wrong.')),
		code: ref('RecordCode'),
		message: text('One sentence for the person who reads the log.')
	};
}

function limitFields(): Record<keyof typeof limits, Schema> {
	const limit = (name: keyof typeof limits, description: string): Schema => ({
		...wholeNumber(description, 1),
		examples: [limits[name]]
	});
	return {
		record_bytes: limit('record_bytes', 'A record is at most this long, in bytes of UTF-8.'),
		json_body_bytes: limit(
			'json_body_bytes',
			'A body of application/json is at most this long, decompressed. NDJSON and CSV have no limit.'
		),
		compression_ratio: limit(
			'compression_ratio',
			'A compressed body may grow so many times; the first megabyte is free.'
		),
		ahead_seconds: limit('ahead_seconds', 'An instant may be so far ahead of the server’s clock.'),
		longest_call_seconds: limit('longest_call_seconds', 'A call may take so long.'),
		idle_seconds: limit('idle_seconds', 'A sender that sends nothing for so long is told 408.'),
		bodies_at_once: limit(
			'bodies_at_once',
			'So many bodies with records are read at the same time; senders of more are told 503.'
		),
		batch_records: limit('batch_records', 'Long bodies are committed in batches of so many records.'),
		errors_returned: limit('errors_returned', 'At most so many errors come back in an answer.'),
		rejects_kept: limit('rejects_kept', 'Of each source, so many of the latest refused records are kept.'),
		rejects_kept_bytes: limit(
			'rejects_kept_bytes',
			'And so many bytes of what was sent; of all sources four times as many.'
		)
	};
}
