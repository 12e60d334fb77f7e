import { alertDirections, alertKinds, alertWindows, mostHoldSeconds } from '#model/alert.ts';
import type { AlertEnd, AlertPhase, AlertSettings } from '#model/alert.ts';
import type { alertJson } from '#work/alertJson.ts';
import { needs } from './access.ts';
import { json, problem, refused } from './answers.ts';
import { choice, instant, list, nullable, object, ref, text, wholeNumber } from './schemaParts.ts';
import type { Operation, Parameter, Paths, Schema } from './types.ts';

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

const phases: Record<AlertPhase, true> = {
	clear: true,
	blind: true,
	pending: true,
	firing: true,
	clearing: true,
	lost: true
};
const ends: Record<AlertEnd, true> = { resolved: true, unknown: true, removed: true };
const number = (description: string): Schema => ({ description, type: 'number' });
const bilingual = (description: string): Schema =>
	object<Record<'en' | 'zh', unknown>>(description, { en: text(), zh: text() });

const silenced = {
	silenced_until: nullable(instant('Nobody is told until then; null with `silenced_by`: for ever.')),
	silenced_by: nullable(text('Who silenced it; null: it is not.'))
};

const settings: Record<keyof AlertSettings, Schema> = {
	kind: choice(alertKinds, 'What is watched.'),
	limit: number(
		'longest_wait, no_records: seconds; waiting: callers; each reached or exceeded. service_level: below this share, ' +
			'abandonment: above it, load: further from what was expected than this share of it.'
	),
	window_seconds: nullable(
		choice(alertWindows, 'Of service_level and abandonment: over the whole quarter hours of so long.')
	),
	min_calls: nullable(
		wholeNumber('With fewer calls a share says nothing; of load: fewer more or less are no news.', 1)
	),
	direction: nullable(choice(alertDirections, 'Of load.')),
	source: nullable(text('Of no_records: the system that calls come from.')),
	hold_seconds: wholeNumber(
		'It must hold so long before it fires, and be over so long before it resolves.',
		0,
		mostHoldSeconds
	),
	quiet: {
		description: 'When nobody is told, by the clock of the queue.',
		anyOf: [
			choice(['never', 'closed']),
			object<Record<'from' | 'to', unknown>>('', { from: text('As 22:00.'), to: text('As 07:00.') })
		]
	},
	targets: list(text('The id of an address.'), 'Who is told.')
};
const optional = Object.keys(settings).filter((name) => name !== 'kind' && name !== 'limit');

export const alertSchemas: Record<string, Schema> = {
	AlertRuleSettings: {
		type: 'object',
		description: 'What a rule watches; what its kind does not use is left out, or null.',
		required: ['kind', 'limit'],
		properties: settings
	},
	NewAlertRule: {
		type: 'object',
		description: 'A rule that is to be made.',
		required: ['queue', 'kind', 'limit'],
		properties: { queue: text('The slug of the queue that it watches.'), ...settings }
	},
	AlertRule: {
		type: 'object',
		description: 'A rule, with how far it is on its way.',
		required: [
			'id',
			'queue',
			'kind',
			'limit',
			...optional,
			'sentence',
			'phase',
			'since',
			...Object.keys(silenced)
		],
		properties: {
			id: text('Its name.'),
			queue: text('The queue that it watches.'),
			...settings,
			sentence: bilingual('What it watches, in words.'),
			phase: choice(
				Object.keys(phases),
				'clear, or blind: it cannot be known. pending: it holds, not yet long enough. firing. clearing: it is over, ' +
					'not yet long enough. lost: it fired, and cannot be measured now.'
			),
			since: instant('Since when it is in this phase.'),
			...silenced
		}
	},
	AlertTarget: object<Record<'id' | 'queue' | 'kind' | 'address' | 'lang', unknown>>(
		'An address that can be told.',
		{
			id: text('Its name, for `targets` of rules.'),
			queue: nullable(text('Its queue.')),
			kind: choice(['webhook', 'email']),
			address: text('Of a webhook the host and the last characters.'),
			lang: choice(['en', 'zh'], 'The language of mails.')
		}
	),
	AlertRules: object<Record<'rules' | 'targets', unknown>>('Rules, and the addresses that can be told.', {
		rules: list(ref('AlertRule')),
		targets: list(ref('AlertTarget'))
	}),
	Alerts: object<Record<'alerts' | 'cursor', unknown>>('What fired, the latest first.', {
		alerts: list(ref('Alert')),
		cursor: nullable(text('Ask with it for older ones; null: there are none.'))
	}),
	Alert: object<ReturnType<typeof alertJson> & Record<keyof typeof silenced, unknown>>(
		'One time that a rule fired.',
		{
			id: text('Its name.'),
			queue: text('The queue.'),
			queue_name: bilingual('The queue’s name.'),
			rule: text('The id of the rule.'),
			kind: choice(alertKinds, 'What was watched.'),
			limit: number('The rule’s limit then.'),
			state: choice(['firing', 'resolved']),
			began_at: instant('It has held since then.'),
			fired_at: instant('It had held for long enough.'),
			resolved_at: nullable(instant('It was over for long enough.')),
			end: nullable(
				choice(
					Object.keys(ends),
					'Why it is over: resolved, unknown (it could not be measured for half an hour), removed (the rule was).'
				)
			),
			value: nullable(number('Measured last, in the unit of the limit.')),
			worst_value: nullable(number('The furthest beyond the limit.')),
			calls: nullable(number('Of the worst: calls behind a share, or that came.')),
			expected: nullable(number('Of load: calls that were expected.')),
			sentence: bilingual('The rule and its worst, in words.'),
			url: nullable(text('The page; null where ORIGIN is not set.')),
			...silenced
		}
	),
	NewSilence: object<Record<'until', unknown>>('A silence that is to be.', {
		until: nullable(instant('Until then; null: for ever.'))
	}),
	Silence: object<Record<keyof typeof silenced, unknown>>('The silence.', silenced)
};
