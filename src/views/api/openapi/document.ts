import { alertPaths } from './alerts.ts';
import { annotationPaths } from './annotations.ts';
import { securitySchemes } from './access.ts';
import { callListPaths } from './callList.ts';
import { callPaths } from './calls.ts';
import { firehosePaths } from './firehose.ts';
import { comparePaths } from './compare.ts';
import { livePaths } from './live.ts';
import { forecastPaths } from './forecast.ts';
import { loadPaths } from './load.ts';
import { sourcePaths } from './sources.ts';
import { specialDayPaths } from './specialDays.ts';
import { publicPaths } from './publicPart.ts';
import { queuePaths } from './queues.ts';
import { sharingPaths } from './sharing.ts';
import { runningPaths } from './running.ts';
import { schemas } from './schemas.ts';
import { staffingPaths } from './staffing.ts';
import { waitPaths } from './waits.ts';
import type { OpenApi } from './types.ts';

/** The description of all that is served under `/api`, as `/openapi.json` gives it and `/docs` shows it. */
export const openApi: OpenApi = {
	openapi: '3.1.0',
	info: {
		title: 'Offpeak',
		version: '1',
		summary: 'Send the calls of a phone line, read when its peaks are, and tell callers when to call.',
		description:
			'Instants are RFC 3339 with an offset. Durations are seconds and end in `_seconds`. Zones are IANA names. A value ' +
			'that is not known is `null`, never 0. Rates are fractions from 0 to 1. Names keep their meaning; fields may be ' +
			'added.\n\nErrors are problem documents (RFC 9457, `application/problem+json`).',
		license: { name: 'MIT', identifier: 'MIT' }
	},
	servers: [{ url: '/', description: 'This server' }],
	tags: [
		{
			name: 'Calls',
			description: 'Send calls from your phone system, and see what became of them.',
			'x-name-zh': '通话',
			'x-description-zh': '从电话系统发送通话记录，并查看处理结果。'
		},
		{
			name: 'Figures',
			description: 'How much comes in, how long callers wait, and when the peaks are.',
			'x-name-zh': '数据',
			'x-description-zh': '来电量、等候时间与高峰时段。'
		},
		{
			name: 'Queues',
			description: 'Opening hours, service level, and what callers are shown.',
			'x-name-zh': '队列',
			'x-description-zh': '服务时间、服务水平，以及向来电者公开的内容。'
		},
		{
			name: 'Public',
			description: 'When to call, for your own website or app.',
			'x-name-zh': '公开',
			'x-description-zh': '供您的网站或应用显示何时致电。'
		},
		{
			name: 'Operations',
			description: 'Whether the server runs, and this description.',
			'x-name-zh': '运维',
			'x-description-zh': '服务器运行状态与本接口描述。'
		}
	],
	paths: {
		...callPaths,
		...firehosePaths,
		...sourcePaths,
		...loadPaths,
		...waitPaths,
		...comparePaths,
		...callListPaths,
		...livePaths,
		...specialDayPaths,
		...annotationPaths,
		...alertPaths,
		...forecastPaths,
		...staffingPaths,
		...queuePaths,
		...publicPaths,
		...sharingPaths,
		...runningPaths
	},
	components: { schemas, securitySchemes }
};
