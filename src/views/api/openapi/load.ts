import { grains } from '#model/load.ts';
import { langs } from '#texts/lang.ts';
import { needs } from './access.ts';
import { json, plain, problem, refused } from './answers.ts';
import { queues } from './parameters.ts';
import { text, wholeNumber } from './schemaParts.ts';
import type { Answer, Operation, Parameter, Paths } from './types.ts';

const tags: Operation['tags'] = ['Figures'];
const range =
	'A date of the queue’s zone, or an instant with its offset; moved down to the grain. `from` is in, `to` is out.';

const loadParameters: Parameter[] = [
	queues,
	{
		name: 'grain',
		in: 'query',
		description: 'How long an interval is, by wall time of the zone.',
		schema: { type: 'string', enum: grains, default: 'hour' },
		example: 'hour'
	},
	{
		name: 'from',
		in: 'query',
		description: `${range} Left out: today.`,
		schema: text(),
		example: '2026-03-02'
	},
	{
		name: 'to',
		in: 'query',
		description: 'Left out: the end of today, or a day after a later `from`.',
		schema: text(),
		example: '2026-03-03'
	},
	{ name: 'topic', in: 'query', description: 'Only calls with this topic, as it was sent.', schema: text() }
];

/** Figures by interval, and the peaks of the week. */
export const loadPaths: Paths = {
	'/api/v1/queues/{queue}/load': {
		get: load('getLoad', json('The figures.', 'Load'), {
			summary: 'Read figures by interval',
			'x-summary-zh': '按时段查看话务数据',
			description:
				'Days have 23 or 25 hours where the zone says so. Figures of several queues are sums over sums, never means of ' +
				'rates; each queue is counted by its own thresholds, under the formula of the first.'
		})
	},
	'/api/v1/queues/{queue}/load.csv': {
		get: load(
			'getLoadCsv',
			plain('The rows of the figures with a header of their fields; null is an empty cell.', 'text/csv'),
			{
				summary: 'Read figures as CSV',
				'x-summary-zh': '以 CSV 格式查看话务数据'
			}
		)
	},
	'/api/v1/queues/{queue}/peaks': {
		get: {
			operationId: 'getPeaks',
			tags,
			summary: 'Read the peaks of the week',
			'x-summary-zh': '查看一周高峰',
			description:
				'The hours of the week over the last whole weeks, and windows that stand out, in numbers and in words. Windows ' +
				'are of ordinary workdays only: holidays, weekends, make-up workdays and month ends would hide them.',
			security: needs('read'),
			parameters: [
				queues,
				{
					name: 'weeks',
					in: 'query',
					description: 'How many whole weeks.',
					schema: { ...wholeNumber('', 1, 520), default: 8 },
					example: 8
				},
				{
					name: 'until',
					in: 'query',
					description: 'They end here, itself out: a date, or an instant with its offset. Left out: today.',
					schema: text()
				},
				{
					name: 'lang',
					in: 'query',
					description: 'The language of the words. Left out: as Accept-Language says, else Chinese.',
					schema: { type: 'string', enum: langs }
				}
			],
			responses: { '200': json('The peaks.', 'Peaks'), ...failures() }
		}
	}
};

function load(
	operationId: string,
	answer: Answer,
	words: Pick<Operation, 'summary' | 'x-summary-zh' | 'description'>
): Operation {
	return {
		operationId,
		tags,
		...words,
		security: needs('read'),
		parameters: loadParameters,
		responses: { '200': answer, ...failures() }
	};
}

function failures(): Record<string, Answer> {
	return {
		'400': problem('A parameter is wrong, or the range has too many rows.'),
		...refused,
		'404': problem('There is no such queue.')
	};
}
