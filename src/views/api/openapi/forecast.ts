import { mostForecastDays } from '#model/forecast.ts';
import { langs } from '#texts/lang.ts';
import { needs } from './access.ts';
import { json, problem, refused } from './answers.ts';
import { oneQueue } from './parameters.ts';
import { choice, wholeNumber } from './schemaParts.ts';
import type { Paths } from './types.ts';

/** What is to be expected. */
export const forecastPaths: Paths = {
	'/api/v1/queues/{queue}/forecast': {
		get: {
			operationId: 'getForecast',
			tags: ['Figures'],
			summary: 'Read what is expected',
			'x-summary-zh': '查看来电预测',
			description:
				'Calls to expect by hour or by day, from the first hour of today on, with how sure that is and why. Hours of ' +
				'today that are over keep what was expected of them; the day counts what has come. Made anew every hour. No ' +
				'rows: too little is known of the queue (three days with calls, and calls within four weeks).',
			security: needs('read'),
			parameters: [
				oneQueue,
				{
					name: 'days',
					in: 'query',
					description: 'How many days, today among them.',
					schema: { ...wholeNumber('', 1, mostForecastDays), default: 14 },
					example: 14
				},
				{
					name: 'grain',
					in: 'query',
					description: 'How long an interval is, by wall time of the zone.',
					schema: { ...choice(['hour', 'day']), default: 'hour' },
					example: 'day'
				},
				{
					name: 'lang',
					in: 'query',
					description: 'The language of the words. Left out: as Accept-Language says, else Chinese.',
					schema: { type: 'string', enum: langs }
				}
			],
			responses: {
				'200': json('The forecast.', 'Forecast'),
				'400': problem('A parameter is wrong, or several queues are named.'),
				...refused,
				'404': problem('There is no such queue.')
			}
		}
	}
};
