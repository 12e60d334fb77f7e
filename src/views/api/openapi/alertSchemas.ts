import { alertDirections, alertKinds, alertWindows, mostHoldSeconds } from '#model/alert.ts';
import type { AlertEnd, AlertPhase, AlertSettings } from '#model/alert.ts';
import type { alertJson } from '#work/alertJson.ts';
import { choice, instant, list, nullable, object, ref, text, wholeNumber } from './schemaParts.ts';
import type { Schema } from './types.ts';

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

/** Rules, what fired, silence. */
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
