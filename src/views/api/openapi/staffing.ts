import { staffingLimits } from '../staffingQuery.ts';
import { needs } from './access.ts';
import { json, problem, refused } from './answers.ts';
import { queues } from './parameters.ts';
import type { Json, Parameter, Paths } from './types.ts';

/** How many agents it takes. */
export const staffingPaths: Paths = {
	'/api/v1/queues/{queue}/staffing': {
		get: {
			operationId: 'getStaffing',
			tags: ['Figures'],
			summary: 'Work out how many agents it takes',
			'x-summary-zh': '计算所需坐席数',
			description:
				'The fewest agents with whom the target is reached, and what callers get with them. With the patience of ' +
				'callers it is Erlang A, without Erlang C, in which nobody gives up.',
			security: needs('read'),
			parameters: [
				queues,
				{ ...number('calls', 'Calls in the interval.', 100), required: true },
				{
					...number('aht_seconds', 'Mean time of an agent for one call, with what follows it.', 180),
					required: true
				},
				number('interval_seconds', 'How long the interval is.', 1800, 1800),
				number(
					'threshold_seconds',
					'So soon the target share is to be answered. Left out: as set for the queue.',
					20
				),
				number('target', 'Share of all callers. Left out: as set for the queue.', 0.8),
				number('patience_seconds', 'How long callers stay before they give up, on average.'),
				number('shrinkage', 'Share of paid time in which agents take no calls.', 0.3, 0),
				number('max_occupancy', 'No agent is to be busier than this share of the time.', 0.85, 1)
			],
			responses: {
				'200': json('The agents, and what callers get.', 'Staffing'),
				'400': problem('A parameter is wrong or missing.'),
				...refused,
				'404': problem('There is no such queue.')
			}
		}
	}
};

function number(
	name: keyof typeof staffingLimits,
	description: string,
	example?: Json,
	fallback?: Json
): Parameter {
	const limits: { from: number; to: number; isOut?: boolean } = staffingLimits[name];
	const below = limits.isOut ? { exclusiveMaximum: limits.to } : { maximum: limits.to };
	return {
		name,
		in: 'query',
		description,
		schema: {
			type: 'number',
			minimum: limits.from,
			...below,
			...(fallback === undefined ? {} : { default: fallback })
		},
		...(example === undefined ? {} : { example })
	};
}
