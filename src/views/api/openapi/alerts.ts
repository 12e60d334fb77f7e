import { needs } from './access.ts';
import { json, problem, refused } from './answers.ts';
import { choice, ref, text } from './schemaParts.ts';
import type { Operation, Parameter, Paths } from './types.ts';

const tags: Operation['tags'] = ['Figures'];

const queue: Parameter = {
	name: 'queue',
	in: 'query',
	description: 'Only of this queue. Left out: of all that the reader may see.',
	schema: text(),
	example: 'payments'
};

const inPath = (name: string, description: string): Parameter => ({
	name,
	in: 'path',
	required: true,
	description,
	schema: text(),
	example: '7d4ee9f4-3a0c-4c3e-9f4e-5a4f2d6b9c11'
});
const rule = inPath('rule', 'The rule’s id.');
const alert = inPath('alert', 'The id of what is firing.');

const gone = { '404': problem('There is no such rule, or it is of another queue.') };
const untaken = { '422': problem('It cannot be taken; `errors` names the field.') };

/** Rules, what fired, silence. */
export const alertPaths: Paths = {
	'/api/v1/alerts': {
		get: {
			operationId: 'listAlerts',
			tags,
			summary: 'Read what fired',
			'x-summary-zh': '查看触发的告警',
			description: 'The latest first, 100 a page.',
			security: needs('read'),
			parameters: [
				queue,
				{
					name: 'state',
					in: 'query',
					description: 'Left out: both.',
					schema: choice(['firing', 'resolved'])
				},
				{ name: 'cursor', in: 'query', description: 'Where the page before ended.', schema: text() }
			],
			responses: {
				'200': json('What fired.', 'Alerts'),
				'400': problem('A parameter is wrong.'),
				...refused,
				'404': problem('There is no such queue.')
			}
		}
	},
	'/api/v1/alerts/rules': {
		get: {
			operationId: 'listAlertRules',
			tags,
			summary: 'Read the rules of alerts',
			'x-summary-zh': '查看告警规则',
			description: 'With the addresses that can be told, which managers add on the queue’s page.',
			security: needs('read'),
			parameters: [queue],
			responses: {
				'200': json('Rules and addresses.', 'AlertRules'),
				...refused,
				'404': problem('There is no such queue.')
			}
		},
		post: {
			operationId: 'addAlertRule',
			tags,
			summary: 'Make a rule of alerts',
			'x-summary-zh': '新建告警规则',
			security: needs('admin'),
			requestBody: ruleBody('NewAlertRule'),
			responses: { '201': json('The rule.', 'AlertRule'), ...refused, ...untaken }
		}
	},
	'/api/v1/alerts/rules/{rule}': {
		put: {
			operationId: 'putAlertRule',
			tags,
			summary: 'Change a rule of alerts',
			'x-summary-zh': '修改告警规则',
			description: 'It goes on from where it was: what fires, fires on.',
			security: needs('admin'),
			parameters: [rule],
			requestBody: ruleBody('AlertRuleSettings'),
			responses: { '200': json('The rule.', 'AlertRule'), ...refused, ...gone, ...untaken }
		},
		delete: {
			operationId: 'deleteAlertRule',
			tags,
			summary: 'Delete a rule of alerts',
			'x-summary-zh': '删除告警规则',
			description: 'What it has fired and is not over ends with it.',
			security: needs('admin'),
			parameters: [rule],
			responses: { '204': { description: 'It is deleted.' }, ...refused, ...gone }
		}
	},
	'/api/v1/alerts/rules/{rule}/silence': silence('Rule', '告警规则', rule, gone),
	'/api/v1/alerts/{alert}/silence': silence('Alert', '正在触发的告警', alert, {
		'404': problem('Nothing of this id is firing.')
	})
};

function silence(
	name: 'Rule' | 'Alert',
	nameZh: string,
	parameter: Parameter,
	missing: Operation['responses']
): Paths[string] {
	const what = name === 'Rule' ? 'a rule' : 'what is firing';
	return {
		put: {
			operationId: `silence${name}`,
			tags,
			summary: `Silence ${what}`,
			'x-summary-zh': `静默${nameZh}`,
			description: 'It is watched and kept on record as before; nobody is told that it fires.',
			security: needs('admin'),
			parameters: [parameter],
			requestBody: {
				required: true,
				content: {
					'application/json': {
						schema: ref('NewSilence'),
						examples: { ever: { summary: 'For ever', value: { until: null } } }
					}
				}
			},
			responses: { '200': json('The silence.', 'Silence'), ...refused, ...missing, ...untaken }
		},
		delete: {
			operationId: `endSilenceOf${name}`,
			tags,
			summary: `End the silence of ${what}`,
			'x-summary-zh': `取消静默${nameZh}`,
			security: needs('admin'),
			parameters: [parameter],
			responses: { '200': json('There is none now.', 'Silence'), ...refused, ...missing }
		}
	};
}

function ruleBody(schema: string): Operation['requestBody'] {
	const settings = { kind: 'longest_wait', limit: 300, hold_seconds: 60, quiet: 'closed', targets: [] };
	const value = schema === 'NewAlertRule' ? { queue: 'payments', ...settings } : settings;
	return {
		required: true,
		content: {
			'application/json': {
				schema: ref(schema),
				examples: { wait: { summary: 'Somebody waits five minutes', value } }
			}
		}
	};
}
