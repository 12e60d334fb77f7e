import { defaultQueue } from '#model/defaultQueue.ts';
import { needs } from './access.ts';
import { json, problem, refused } from './answers.ts';
import { oneQueue } from './parameters.ts';
import { ref } from './schemaParts.ts';
import type { Json, Operation, Paths } from './types.ts';

const tags: Operation['tags'] = ['Queues'];

/** A queue as it is when a call names it for the first time. */
const example: Json = JSON.parse(
	JSON.stringify(defaultQueue('payments', { name: 'Payments', zone: 'Asia/Shanghai', country: 'CN' }))
);

/** Queues and their settings. */
export const queuePaths: Paths = {
	'/api/v1/queues': {
		get: {
			operationId: 'listQueues',
			tags,
			summary: 'List queues',
			'x-summary-zh': '列出队列',
			security: needs('read'),
			responses: { '200': json('The queues.', 'Queues'), ...refused }
		}
	},
	'/api/v1/queues/{queue}': {
		get: {
			operationId: 'getQueue',
			tags,
			summary: 'Read a queue’s settings',
			'x-summary-zh': '查看队列设置',
			security: needs('read'),
			parameters: [oneQueue],
			responses: {
				'200': json('The queue.', 'Queue', example),
				...refused,
				'404': problem('There is no such queue.')
			}
		},
		put: {
			operationId: 'putQueue',
			tags,
			summary: 'Change a queue’s settings, or make a queue',
			'x-summary-zh': '修改队列设置或新建队列',
			description:
				'Takes what GET gives. What is left out stays as it is, or as it is for a new queue; a list replaces the list. ' +
				'The slug `all` is taken.',
			security: needs('admin'),
			parameters: [oneQueue],
			requestBody: {
				required: true,
				content: {
					'application/json': {
						schema: ref('QueueChange'),
						examples: { public: { summary: 'Show it to callers', value: change() } }
					}
				}
			},
			responses: {
				'200': json('The queue as it is now.', 'Queue'),
				'400': problem('The slug is none, or the body is not JSON.'),
				...refused,
				'413': problem('The body is too large.'),
				'422': problem('The settings cannot be taken; `errors` names each field.')
			}
		}
	}
};

function change(): Json {
	const workday = [['09:00', '18:00']];
	return {
		name: { en: 'Payments', zh: '支付' },
		hours: {
			mon: workday,
			tue: workday,
			wed: workday,
			thu: workday,
			fri: workday,
			sat: [],
			sun: [],
			holiday: []
		},
		public: { enabled: true, phone: { number: '+86 95188', label: '24 h' } }
	};
}
