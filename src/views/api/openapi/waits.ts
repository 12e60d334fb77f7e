import type { ServiceLevelFormula } from '#model/queue.ts';
import type { TopicFigures } from '#views/topics/topicFigures.server.ts';
import type { WaitAnswer, WaitRow } from '../waits.server.ts';
import { needs } from './access.ts';
import { json, plain, problem, refused } from './answers.ts';
import { loadFields } from './loadSchemas.ts';
import { oneQueue } from './parameters.ts';
import { count, instant, list, nullable, object, rate, ref, seconds, text } from './schemaParts.ts';
import type { Answer, Operation, Parameter, Paths, Schema } from './types.ts';

const tags: Operation['tags'] = ['Figures'];
const end = 'A date of the queue’s zone, or an instant with its offset; moved down to the quarter hour.';
const range: Parameter[] = [
	oneQueue,
	{
		name: 'from',
		in: 'query',
		description: `${end} In. Left out: today.`,
		schema: text(),
		example: '2026-03-02'
	},
	{
		name: 'to',
		in: 'query',
		description: `${end} Out. Left out: the end of today, or a day after a later \`from\`.`,
		schema: text(),
		example: '2026-03-09'
	}
];
const topic: Parameter = {
	name: 'topic',
	in: 'query',
	description: 'Only calls with this topic, as it was sent.',
	schema: text()
};

/** How long callers wait, and why they call. */
export const waitPaths: Paths = {
	'/api/v1/queues/{queue}/waits': {
		get: {
			operationId: 'getWaits',
			tags,
			summary: 'Read the distribution of waits',
			'x-summary-zh': '查看等候时间分布',
			description:
				'For every wait after which somebody was answered or gave up: how many, what had become of all callers by ' +
				'then, and the share that would still wait if nobody were answered (Kaplan–Meier). Waits are counted to the ' +
				'second up to two minutes, above that by 1/120 or less. With the service level under all six formulas.',
			security: needs('read'),
			parameters: [...range, topic],
			responses: { '200': json('The waits.', 'Waits'), ...failures() }
		}
	},
	'/api/v1/queues/{queue}/waits.csv': {
		get: {
			operationId: 'getWaitsCsv',
			tags,
			summary: 'Read the distribution of waits as CSV',
			'x-summary-zh': '以 CSV 格式查看等候时间分布',
			security: needs('read'),
			parameters: [...range, topic],
			responses: { '200': plain('The rows, with a header of their fields.', 'text/csv'), ...failures() }
		}
	},
	'/api/v1/queues/{queue}/topics': {
		get: {
			operationId: 'getTopics',
			tags,
			summary: 'Read figures by topic',
			'x-summary-zh': '按来电原因查看数据',
			description:
				'The topic with the most calls first; calls without a topic have a row of their own, with null.',
			security: needs('read'),
			parameters: range,
			responses: { '200': json('The figures.', 'Topics'), ...failures() }
		}
	},
	'/api/v1/queues/{queue}/topics.csv': {
		get: {
			operationId: 'getTopicsCsv',
			tags,
			summary: 'Read figures by topic as CSV',
			'x-summary-zh': '以 CSV 格式按来电原因查看数据',
			security: needs('read'),
			parameters: range,
			responses: { '200': plain('The rows, with a header of their fields.', 'text/csv'), ...failures() }
		}
	}
};

export const waitSchemas: Record<string, Schema> = {
	Waits: object<WaitAnswer>('How long callers waited, and would wait.', {
		queue: text('The queue’s slug.'),
		zone: text('The zone of the instants.'),
		from: instant('In.'),
		to: instant('Out.'),
		answered: count('Calls that were answered.'),
		abandoned: count('Calls that were given up.'),
		left_out: count('Calls that ended in another way, or have not: no part of the rows.'),
		median_patience: nullable(
			object<NonNullable<WaitAnswer['median_patience']>>(
				'When half of the callers would have hung up if nobody were answered, with its 95 % interval; an end that is ' +
					'not known is null. Null: more than half outlasted what is known.',
				{
					seconds: seconds('The median.'),
					low: nullable(seconds('The lower end.')),
					high: nullable(seconds('The upper end.'))
				}
			)
		),
		service_levels: object<WaitAnswer['service_levels']>(
			'By each formula, under the thresholds of the queue.',
			{
				...sixRates()
			}
		),
		rows: list(ref('WaitRow'), 'In order of the wait.')
	}),
	WaitRow: object<WaitRow>('A wait after which somebody was answered or gave up.', {
		seconds: seconds('The wait; those of the row waited at most so long, and longer than the row before.'),
		answered: count('Answered after this wait.'),
		abandoned: count('Given up after this wait.'),
		answered_share: rate('Answered by then, of all.'),
		abandoned_share: rate('Given up by then, of all.'),
		waiting_share: rate('Still waiting then, of all.'),
		patient_share: rate('Would still wait then, if nobody were answered.')
	}),
	Topics: object<Record<'queue' | 'zone' | 'from' | 'to' | 'topics', unknown>>('Figures by topic.', {
		queue: text('The queue’s slug.'),
		zone: text('The zone of the instants.'),
		from: instant('In.'),
		to: instant('Out.'),
		topics: list(ref('TopicRow'), 'The most calls first.')
	}),
	TopicRow: object<TopicFigures>('The figures of one topic, as in a row of the load.', {
		topic: nullable(text('As it was sent; null: without one.')),
		...loadFields,
		with_caller: count('Calls whose number was sent: repeat_callers are a part of these.')
	})
};

function sixRates(): Record<ServiceLevelFormula, Schema> {
	const of = () => nullable(rate(''));
	return {
		answered_only: of(),
		credited: of(),
		strict: of(),
		late_abandons: of(),
		short_removed: of(),
		short_credited: of()
	};
}

function failures(): Record<string, Answer> {
	return {
		'400': problem('A parameter is wrong, or more than one queue is named.'),
		...refused,
		'404': problem('There is no such queue.')
	};
}
