import { langs } from '#texts/lang.ts';
import { open } from './access.ts';
import { problem, json } from './answers.ts';
import { oneQueue } from './parameters.ts';
import { text } from './schemaParts.ts';
import type { Answer, Operation, Paths } from './types.ts';

const tags: Operation['tags'] = ['Public'];

/** What everybody may ask. */
export const publicPaths: Paths = {
	'/api/v1/public/queues/{queue}/best-time': {
		get: {
			operationId: 'getBestTime',
			tags,
			summary: 'Read when to call',
			'x-summary-zh': '查看何时致电',
			description:
				'For queues that are public. From any site, without a key and without cookies; keep it as long as ' +
				'Cache-Control says.',
			security: open,
			parameters: [
				oneQueue,
				{
					name: 'lang',
					in: 'query',
					description: 'Left out: as Accept-Language says, else Chinese.',
					schema: { type: 'string', enum: langs },
					example: 'en'
				},
				{
					name: 'zone',
					in: 'query',
					description:
						'IANA name: instants are written in this zone; dates and hours stay those of the line.',
					schema: text('', { examples: ['Europe/London'] })
				},
				{
					name: 'topic',
					in: 'query',
					description: 'The slug of the caller’s topic. With an urgent one no quiet time is named.',
					schema: text()
				}
			],
			responses: {
				'200': { ...json('When to call.', 'BestTime'), headers: cacheHeaders() },
				'304': { description: 'The same as the reader’s If-None-Match says.', headers: cacheHeaders() },
				'400': problem('The zone is none.'),
				'404': problem('There is no such queue, or it is not public.')
			}
		},
		options: {
			operationId: 'preflightBestTime',
			tags,
			summary: 'Ask whether a site may read it: any may',
			'x-summary-zh': '跨域预检：任何网站均可读取',
			security: open,
			parameters: [oneQueue],
			responses: { '204': { description: 'Any site may, with any plain header.' } }
		}
	}
};

function cacheHeaders(): Answer['headers'] {
	return {
		ETag: { description: 'Names this very answer.', schema: text() },
		'Cache-Control': { description: 'How long it may be kept.', schema: text() },
		'Access-Control-Allow-Origin': { description: 'Any site may read it.', schema: { const: '*' } }
	};
}
