import { formats } from '#ingest/chooseSource.ts';
import { limits } from '#ingest/limits.ts';
import { needs, open } from './access.ts';
import { json, passing, problem, refused } from './answers.ts';
import {
	answered,
	csvText,
	deleted,
	ended,
	eventOfCall,
	ndjsonText,
	taken,
	vconOfCall,
	waiting
} from './callExamples.ts';
import { csvParameters } from './csvParameters.ts';
import { ref, text } from './schemaParts.ts';
import type { MediaType, Operation, Parameter, Paths, Schema } from './types.ts';

const tags: Operation['tags'] = ['Calls'];

/** Sending calls, and what became of them. */
export const callPaths: Paths = {
	'/api/v1/calls': {
		post: {
			operationId: 'sendCalls',
			tags,
			summary: 'Send calls',
			'x-summary-zh': '发送通话记录',
			description:
				'Takes a call, many, or a file. The answer comes when the body was read to its end; by then every accepted ' +
				'record is stored and counted in every figure. One bad record never costs the good ones.\n\n' +
				'A request that fails with 5xx or a broken connection can be sent again as it was: nothing is ever counted ' +
				'twice. Long NDJSON and CSV bodies are committed in batches while they are read.\n\n' +
				'Of formats whose lines tell of a call one by one, such as logs, the lines may come in pieces, in any order ' +
				'and more than once: a call is what all of them make together. A line counts as received when it is about a ' +
				'call; others are passed over.\n\n' +
				'`Content-Encoding: gzip` is understood for all bodies. A phone system that can send a name and a password only ' +
				'(`Authorization: Basic`) sends the key as the password, with any name.',
			security: needs('ingest'),
			parameters: callParameters(),
			requestBody: {
				required: true,
				description: 'What the body is: `?format=` decides, else its Content-Type.',
				content: callBodies()
			},
			responses: {
				'200': json(
					'The body was read. Records that could not be taken are among its errors.',
					'IngestAnswer',
					taken
				),
				'400': problem('The body cannot be read at all, or a parameter is wrong.'),
				...refused,
				'408': problem(`Nothing came for ${limits.idle_seconds} seconds.`),
				'413': problem('The body is too large, or grows too much when it is decompressed.'),
				'415': problem('The Content-Type or the Content-Encoding is not taken.'),
				'422': json(
					'Something was received, and all of it was refused. The body is that of 200.',
					'IngestAnswer'
				),
				'503': passing('Too much waits to be stored.'),
				'507': passing('The disk of the data is low. What was sent before stays stored.')
			}
		}
	},
	'/api/v1/rejects': {
		get: {
			operationId: 'listRejects',
			tags,
			summary: 'List refused records',
			'x-summary-zh': '查看被拒绝的记录',
			description:
				'Records that were refused, with what was sent, the latest first. A refused record belongs to no queue, so ' +
				'this needs a key for all queues. They are kept for a time, and of each source so many, see /api/v1/limits.',
			security: needs('read'),
			parameters: [
				...rejectFilters(),
				{
					name: 'cursor',
					in: 'query',
					description: 'Where the page before ended, as its answer said.',
					schema: text('', { pattern: '^\\d{1,15}$' })
				}
			],
			responses: {
				'200': json('A page.', 'Rejects'),
				'400': problem('The cursor is none that an answer gave, or an instant is none.'),
				...refused
			}
		}
	},
	'/api/v1/limits': {
		get: {
			operationId: 'getLimits',
			tags,
			summary: 'Read what ingestion takes',
			'x-summary-zh': '查看接收限制',
			security: open,
			responses: { '200': json('The limits.', 'Limits', limits) }
		}
	}
};

function rejectFilters(): Parameter[] {
	const parameter = (
		name: string,
		description: string,
		schema = text('', { maxLength: 200 })
	): Parameter => ({
		name,
		in: 'query',
		description,
		schema
	});
	return [
		parameter('source', 'Only of this system.'),
		parameter('format', 'Only those that were read as this.'),
		parameter('code', 'Only for this reason.'),
		parameter('from', 'Received from then on: a date of the zone of the settings, or an instant.'),
		parameter('to', 'Received before then.')
	];
}

function callParameters(): Parameter[] {
	return [
		{
			name: 'format',
			in: 'query',
			description: 'How the body is read, whatever its Content-Type.',
			schema: { type: 'string', enum: formats }
		},
		{
			name: 'queue',
			in: 'query',
			description: 'The queue of records that name none.',
			schema: text('', { minLength: 1, maxLength: 200 })
		},
		{
			name: 'source',
			in: 'query',
			description:
				'The system that the records come from, whatever they say: to tell apart phone systems of one kind, whose ids may be the same.',
			schema: text('', { minLength: 1, maxLength: 100 })
		},
		{
			name: 'zone',
			in: 'query',
			description:
				'The zone of local times in formats that carry none, such as `Asia/Shanghai`. Else the setting `OFFPEAK_ZONE`.',
			schema: text('', { minLength: 1 })
		},
		{
			name: 'fields',
			in: 'query',
			description: 'The order of the fields, with commas, where a phone system leaves it open (`3cx`).',
			schema: text('', { minLength: 1 })
		},
		...csvParameters(),
		{
			name: 'dry_run',
			in: 'query',
			description: 'With `true` everything is checked and nothing is stored.',
			schema: { type: 'string', enum: ['true', 'false'], default: 'false' }
		}
	];
}

function callBodies(): Record<string, MediaType> {
	const lines = text(
		'One Record as JSON a line, ended by LF or CRLF; empty lines are passed over. Of any length.'
	);
	const rows = text(
		'A header row of the field names of Call, in any order, then a row for each record (RFC 4180). An empty cell: ' +
			'not known. Other columns are passed over. Of any length. With `map` and what goes with it, any table.'
	);
	const events: Schema = {
		type: 'object',
		description:
			'An event of CloudEvents 1.0. Its data are a Record, many, or what a phone system writes: in the format that ' +
			'`?format=` names, or whose name is a part of the event’s type or source.',
		required: ['specversion', 'id', 'source', 'type']
	};
	const ndjson = {
		schema: lines,
		examples: { many: { summary: 'Calls as lines of JSON', value: ndjsonText } }
	};
	return {
		'application/json': {
			schema: ref('Records'),
			examples: {
				waiting: { summary: 'A call comes in', value: waiting },
				ended: { summary: 'The same call, when it has ended', value: ended },
				many: { summary: 'Many calls', value: [answered, ended] },
				deleted: { summary: 'Take a call back', value: deleted }
			}
		},
		'application/x-ndjson': ndjson,
		'application/ndjson': ndjson,
		'text/csv': { schema: rows, examples: { many: { summary: 'Calls as CSV', value: csvText } } },
		'application/cloudevents+json': {
			schema: events,
			examples: { one: { summary: 'An event around a call', value: eventOfCall } }
		},
		'application/cloudevents-batch+json': {
			schema: { type: 'array', items: events },
			examples: { many: { summary: 'Events', value: [eventOfCall] } }
		},
		'application/vcon+json': {
			schema: { type: 'object', description: 'A vCon, 0.0.1 to 0.4.0.' },
			examples: { one: { summary: 'A caller who hung up', value: vconOfCall } }
		}
	};
}
