import { outcomes } from '#model/call.ts';
import type { CallJson } from '#views/calls/callJson.ts';
import { needs } from './access.ts';
import { json, plain, problem, refused } from './answers.ts';
import { oneQueue } from './parameters.ts';
import { choice, count, flag, instant, list, nullable, object, ref, seconds, text } from './schemaParts.ts';
import type { Answer, Parameter, Paths, Schema } from './types.ts';

const end =
	'A date of the queue’s zone, a wall time of it (2026-03-02T09:15), or an instant with its offset.';

const parameters: Parameter[] = [
	oneQueue,
	query('from', `${end} In. Left out: today.`, text(), '2026-03-02'),
	query(
		'to',
		`${end} Out. Left out: the end of today, or of the day of a later \`from\`.`,
		text(),
		'2026-03-03'
	),
	query('outcome', `One, or several with commas: ${outcomes.join(', ')}.`, text(), 'abandoned'),
	query('min_wait_seconds', 'Waited at least so long.', count(''), 60),
	query('max_wait_seconds', 'Waited at most so long.', count('')),
	query('agent', 'Answered by this agent, as it was sent.', text()),
	query('topic', 'With this topic, as it was sent.', text()),
	query('cursor', 'From the answer before: the calls behind its last.', text())
];

/** Single calls behind the figures. */
export const callListPaths: Paths = {
	'/api/v1/queues/{queue}/calls': {
		get: {
			operationId: 'listCalls',
			tags: ['Figures'],
			summary: 'Read single calls',
			'x-summary-zh': '查看单通来电',
			description:
				'The latest first, 100 a page. Never a caller’s number. A call is there for as long as the retention keeps it.',
			security: needs('read'),
			parameters,
			responses: { '200': json('A page of calls.', 'CallList'), ...failures() }
		}
	},
	'/api/v1/queues/{queue}/calls.csv': {
		get: {
			operationId: 'listCallsCsv',
			tags: ['Figures'],
			summary: 'Read single calls as CSV',
			'x-summary-zh': '以 CSV 格式查看单通来电',
			description: 'All that fit, with a header of their fields; null is an empty cell.',
			security: needs('read'),
			parameters,
			responses: { '200': plain('The calls, the latest first.', 'text/csv'), ...failures() }
		}
	}
};

export const callListSchemas: Record<string, Schema> = {
	CallList: object<Record<'queue' | 'zone' | 'calls' | 'cursor', unknown>>('A page of calls.', {
		queue: text('The queue’s slug.'),
		zone: text('The zone of the instants.'),
		calls: list(ref('ListedCall'), 'The latest first.', { maxItems: 100 }),
		cursor: nullable(text('Asks for the next page; null: this is the last.'))
	}),
	ListedCall: object<CallJson>('A call, without its caller.', {
		id: text('As it was sent.'),
		source: text('The system that it came from.'),
		enqueued_at: instant('The caller began to wait for a person.'),
		answered_at: nullable(instant('A person answered.')),
		ended_at: nullable(instant('It left the queue’s care.')),
		outcome: choice(outcomes),
		wait_seconds: nullable(seconds('Until the answer, or until it left the queue. Null while it waits.')),
		agent: nullable(text('Who answered.')),
		topic: nullable(text('Why they called.')),
		channel: text('Such as voice.'),
		priority: nullable({ description: 'Higher is served first.', type: 'integer' }),
		talk_seconds: nullable(count('As it was sent.')),
		hold_seconds: nullable(count('As it was sent.')),
		wrap_seconds: nullable(count('As it was sent.')),
		repeat: nullable(flag('The number was seen in the 24 hours before. Null where no number was sent.'))
	})
};

function query(name: string, description: string, schema: Schema, example?: string | number): Parameter {
	return { name, in: 'query', description, schema, ...(example === undefined ? {} : { example }) };
}

function failures(): Record<string, Answer> {
	return {
		'400': problem('A parameter is wrong, or too many calls would have to be looked through.'),
		...refused,
		'404': problem('There is no such queue.')
	};
}
