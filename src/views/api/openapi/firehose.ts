import { formats } from '#ingest/chooseSource.ts';
import { refused, passing, problem } from './answers.ts';
import { text, wholeNumber } from './schemaParts.ts';
import type { Paths, Schema } from './types.ts';

const delivery: Schema = {
	type: 'object',
	required: ['requestId', 'timestamp', 'records'],
	properties: {
		requestId: text('Of the delivery; the same when it is repeated.'),
		timestamp: wholeNumber('Milliseconds since 1970.', 0),
		records: {
			type: 'array',
			items: {
				type: 'object',
				required: ['data'],
				properties: { data: text('What the record holds, in base64.') }
			}
		}
	}
};

const receipt: Schema = {
	type: 'object',
	required: ['requestId', 'timestamp'],
	properties: {
		requestId: text('That of X-Amz-Firehose-Request-Id.'),
		timestamp: wholeNumber('Milliseconds since 1970.', 0)
	}
};

/** Deliveries of Amazon Data Firehose. */
export const firehosePaths: Paths = {
	'/api/v1/firehose': {
		post: {
			operationId: 'deliverFirehose',
			tags: ['Calls'],
			summary: 'Take a delivery of Amazon Data Firehose',
			'x-summary-zh': '接收 Amazon Data Firehose 投递',
			description:
				'The HTTP endpoint of a Firehose stream, such as that of Amazon Connect’s contact records. Its access key is a ' +
				'key with the scope `ingest`. Answers 200 when every record that could be taken is stored; the others are kept, ' +
				'see /api/v1/rejects.',
			security: [{ firehose: ['ingest'] }],
			parameters: [
				{
					name: 'format',
					in: 'query',
					description: 'What the records hold.',
					schema: { type: 'string', enum: formats, default: 'amazon-connect' }
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
					description: 'The system that the records come from, whatever they say.',
					schema: text('', { minLength: 1, maxLength: 100 })
				}
			],
			requestBody: {
				required: true,
				description: 'Gzip is understood.',
				content: {
					'application/json': {
						schema: delivery,
						examples: {
							one: {
								summary: 'A delivery',
								value: { requestId: 'r-1', timestamp: 1772414585000, records: [{ data: 'e30=' }] }
							}
						}
					}
				}
			},
			responses: {
				'200': { description: 'Everything is stored.', content: { 'application/json': { schema: receipt } } },
				'400': problem('The body cannot be read at all, or the format is none.'),
				...refused,
				'408': problem('Nothing came for too long.'),
				'413': problem('The body grows too much when it is decompressed.'),
				'415': problem('The Content-Encoding is not taken.'),
				'503': passing('Too much waits to be stored.')
			}
		}
	}
};
