import { needs, open } from './access.ts';
import { passing, plain, refused } from './answers.ts';
import type { Operation, Paths } from './types.ts';

const tags: Operation['tags'] = ['Operations'];

/** For those who run it. */
export const runningPaths: Paths = {
	'/healthz': {
		get: {
			operationId: 'getHealth',
			tags,
			summary: 'Ask whether the process runs',
			'x-summary-zh': '检查进程是否运行',
			security: open,
			responses: { '200': plain('It runs.') }
		}
	},
	'/readyz': {
		get: {
			operationId: 'getReadiness',
			tags,
			summary: 'Ask whether it can serve',
			'x-summary-zh': '检查是否可提供服务',
			security: open,
			responses: { '200': plain('It can.'), '503': passing('The database does not answer.') }
		}
	},
	'/metrics': {
		get: {
			operationId: 'getMetrics',
			tags,
			summary: 'Read measures for Prometheus',
			'x-summary-zh': '获取 Prometheus 指标',
			description:
				'Records, refusals and how late they come, commits, live streams, requests by route, connections to the ' +
				'database, room on its disk, and what the process takes.',
			security: needs('read'),
			responses: { '200': plain('Prometheus’ text format.'), ...refused }
		}
	},
	'/openapi.json': {
		get: {
			operationId: 'getOpenApi',
			tags,
			summary: 'Read this description',
			'x-summary-zh': '获取本接口描述',
			description: 'In OpenAPI 3.1. The same for people is at `/docs`.',
			security: open,
			responses: {
				'200': { description: 'This.', content: { 'application/json': { schema: { type: 'object' } } } },
				'304': { description: 'The same as the reader’s If-None-Match says.' }
			}
		}
	}
};
