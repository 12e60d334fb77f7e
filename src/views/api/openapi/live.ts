import { needs } from './access.ts';
import { json, plain, problem, refused } from './answers.ts';
import { oneQueue } from './parameters.ts';
import type { Answer, Paths } from './types.ts';

/** A queue as it is now. */
export const livePaths: Paths = {
	'/api/v1/queues/{queue}/live': {
		get: {
			operationId: 'getLive',
			tags: ['Figures'],
			summary: 'Read the queue as it is now',
			'x-summary-zh': '查看队列的当前状态',
			description:
				'Who waits, who talks, and how long somebody who calls now would wait. That is only known of queues whose ' +
				'records come while calls happen; `feed` says whether they do.',
			security: needs('read'),
			parameters: [oneQueue],
			responses: { '200': json('The queue now.', 'Live'), ...failures() }
		}
	},
	'/api/v1/queues/{queue}/live/stream': {
		get: {
			operationId: 'streamLive',
			tags: ['Figures'],
			summary: 'Follow the queue as it is now',
			'x-summary-zh': '持续查看队列的当前状态',
			description:
				'Server-sent events: each one’s data is what `live` gives, at once and on every change, at most one a second. ' +
				'`as_of` and `longest_wait_seconds` alone are no change. Reconnect when it ends.',
			security: needs('read'),
			parameters: [oneQueue],
			responses: { '200': plain('Events, for as long as you listen.', 'text/event-stream'), ...failures() }
		}
	}
};

function failures(): Record<string, Answer> {
	return {
		'400': problem('More than one queue is named.'),
		...refused,
		'404': problem('There is no such queue.')
	};
}
