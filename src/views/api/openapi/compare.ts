import type { CompareAnswer, ComparedDay, ComparedFigure, ComparedSide } from '../compare.server.ts';
import { comparedFigures } from '../comparedFigures.ts';
import { needs } from './access.ts';
import { json, problem, refused } from './answers.ts';
import { oneQueue } from './parameters.ts';
import { choice, count, date, flag, list, nullable, object, ref, text } from './schemaParts.ts';
import type { Paths, Schema } from './types.ts';

/** Two ranges of days, or two queues, beside each other. */
export const comparePaths: Paths = {
	'/api/v1/queues/{queue}/compare': {
		get: {
			operationId: 'getCompare',
			tags: ['Figures'],
			summary: 'Compare two ranges of days or two queues',
			'x-summary-zh': '对比两段日子或两个队列',
			description:
				'Each day is held against one of the same weekday, and only whole days count: not today, and not the day on ' +
				'which the records of a queue begin. An interval holds for all figures at once in 95 of 100 comparisons ' +
				'(bootstrap of pairs, Student’s t, Bonferroni).',
			security: needs('read'),
			parameters: [
				oneQueue,
				{
					name: 'from',
					in: 'query',
					description: 'The first day, before today. Left out: 27 days before the last.',
					schema: text('', { format: 'date' }),
					example: '2026-03-02'
				},
				{
					name: 'to',
					in: 'query',
					description: 'The last day, which is in. Left out, or not over: yesterday.',
					schema: text('', { format: 'date' }),
					example: '2026-03-08'
				},
				{
					name: 'with',
					in: 'query',
					description:
						'`before`: as few whole weeks earlier as do not overlap. `year`: 52 weeks earlier. Else the slug of ' +
						'another queue: its same days. Left out: `before`.',
					schema: text(),
					example: 'before'
				}
			],
			responses: {
				'200': json('The comparison.', 'Comparison'),
				'400': problem('A parameter is wrong, or more than one queue is named.'),
				...refused,
				'404': problem('There is no such queue.')
			}
		}
	}
};

export const compareSchemas: Record<string, Schema> = {
	Comparison: object<CompareAnswer>('Two sides, pair of days by pair of days.', {
		chosen: ref('ComparedSide'),
		against: ref('ComparedSide'),
		shift_days: count(
			'Each day is held against the one so many days earlier; 0: the same day of another queue.'
		),
		pairs_asked: count('Pairs of days in the range, up to yesterday.'),
		pairs: count('Of these, so many that are whole on both sides.'),
		enough: flag('Whether these are enough (seven) to tell a difference from chance.'),
		different_kinds: count('Pairs of different kinds, such as a holiday and a workday.'),
		records_begin: list(
			object<CompareAnswer['records_begin'][number]>('Where the records of a queue begin.', {
				queue: text('Its slug.'),
				date: date('The day of the first record: it and what lies before are left out.')
			}),
			'Queues whose records begin only within or after their side of the range.'
		),
		figures: list(ref('ComparedFigure')),
		days: list(ref('ComparedDay'), 'The pairs, in order.')
	}),
	ComparedSide: object<ComparedSide>('The days of one side that are compared.', {
		queue: text('The slug of its queue.'),
		from: nullable(date('The first day; null: none.')),
		to: nullable(date('The last day, which is in; null: none.'))
	}),
	ComparedFigure: object<ComparedFigure>('A figure of both sides.', {
		figure: choice(comparedFigures),
		chosen: nullable(number('Over all days of the chosen side; null: nothing to divide by.')),
		against: nullable(number('The same of the other side.')),
		difference: nullable(number('chosen − against; null: not known, or not enough pairs.')),
		low: nullable(number('The lower end of the interval of the difference.')),
		high: nullable(number('Its upper end.')),
		clear: flag('Whether the interval leaves out 0: more than chance explains.')
	}),
	ComparedDay: object<ComparedDay>('A day and the one that it is held against.', {
		date: date('The day of the chosen side.'),
		offered: count('Its calls.'),
		against_date: date('The day of the other side.'),
		against_offered: count('Its calls.')
	})
};

function number(description: string): Schema {
	return { description, type: 'number' };
}
