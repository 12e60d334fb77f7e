import { needs } from './access.ts';
import { json, problem, refused } from './answers.ts';
import { queues } from './parameters.ts';
import {
	count,
	date,
	flag,
	list,
	nullable,
	object,
	rate,
	ref,
	seconds,
	text,
	wholeNumber
} from './schemaParts.ts';
import type { Paths, Schema } from './types.ts';

/** What special days bring. */
export const specialDayPaths: Paths = {
	'/api/v1/queues/{queue}/special-days': {
		get: {
			operationId: 'getSpecialDays',
			tags: ['Figures'],
			summary: 'Read what special days bring',
			'x-summary-zh': '查看特殊日的来电量',
			description:
				'The days of a year that are no ordinary workdays, each against what a like ordinary day would have brought; ' +
				'those to come with what their kind lets expect. Of several queues: the total, by the calendar of the first.',
			security: needs('read'),
			parameters: [
				queues,
				{
					name: 'year',
					in: 'query',
					description: 'Left out: this year.',
					schema: wholeNumber('', 1970, 2099),
					example: 2026
				}
			],
			responses: {
				'200': json('The special days.', 'SpecialDays'),
				'400': problem('The year is wrong.'),
				...refused,
				'404': problem('There is no such queue.')
			}
		}
	}
};

const factor: Schema = { type: 'number', minimum: 0 };
const factors = {
	load_factor: { ...factor, description: 'Times the calls of a like ordinary day.' },
	low: { ...factor, description: 'The lower end of its 80 % interval.' },
	high: { ...factor, description: 'The upper end.' }
};
const kind = text(
	'holiday, make_up_workday, before_holiday, after_holiday, bridge, month_end, first_business_day, last_business_day, ' +
		'weekend, or a kind of the manager’s own; among kinds also weekend_holiday, a holiday on what is a weekend anyway.'
);
const name = (description: string) =>
	object<{ en: unknown; zh: unknown }>(description, { en: text(), zh: text() });

function change(description: string, part: Schema): Schema {
	return nullable(
		object<Record<'ordinary' | 'value' | 'low' | 'high' | 'reported', unknown>>(description, {
			ordinary: { ...part, description: 'Of ordinary days.' },
			value: { ...part, description: 'What it becomes.' },
			low: part,
			high: part,
			reported: flag('Whether it surely differs.')
		})
	);
}

export const specialDaySchemas: Record<string, Schema> = {
	SpecialDays: object<
		Record<'queue' | 'zone' | 'year' | 'published' | 'day_variation' | 'days' | 'kinds', unknown>
	>('The special days of a year.', {
		queue: text('As it was asked for.'),
		zone: text('The zone of the days.'),
		year: wholeNumber('', 1970, 2099),
		published: flag(
			'Whether the holidays of the year are published. If not: no make-up workdays, and estimated holidays.'
		),
		day_variation: nullable({
			...factor,
			description: 'How much like ordinary days differ: their coefficient of variation.'
		}),
		days: list(ref('SpecialDay'), 'In order.'),
		kinds: list(
			ref('SpecialDayKind'),
			'Those that change the load most first; of two years and the year asked for.'
		)
	}),
	SpecialDay: object<
		Record<
			| 'date'
			| 'name'
			| 'kind'
			| 'kinds'
			| 'open'
			| 'offered'
			| 'expected'
			| 'load_factor'
			| 'low'
			| 'high'
			| 'seen'
			| 'verified'
			| 'wait_p50_seconds'
			| 'expected_wait_p50_seconds'
			| 'abandonment_rate'
			| 'expected_abandonment_rate',
			unknown
		>
	>('A day that is no ordinary workday.', {
		date: date(''),
		name: name('Of the holiday, or of its kind.'),
		kind,
		kinds: list(text(), 'All that it is; `kind` is the first.', { minItems: 1 }),
		open: flag('Whether the line is open on it.'),
		offered: nullable(count('Calls; null: not over, or before the first call.')),
		expected: nullable({
			...factor,
			description:
				'What a like ordinary day would have brought (of a weekend: a workday); of days to come: would bring now.'
		}),
		load_factor: nullable(factors.load_factor),
		low: nullable(factors.low),
		high: nullable(factors.high),
		seen: flag('True: counted. False: foretold from its kinds.'),
		verified: flag('False: a holiday that the law grants in a year that is not published yet.'),
		wait_p50_seconds: nullable(seconds('The median wait.')),
		expected_wait_p50_seconds: nullable(seconds('That of a like ordinary day.')),
		abandonment_rate: nullable(rate('Abandoned over answered and abandoned.')),
		expected_abandonment_rate: nullable(rate('That of a like ordinary day.'))
	}),
	SpecialDayKind: object<
		Record<
			| 'kind'
			| 'name'
			| 'days'
			| 'load_factor'
			| 'low'
			| 'high'
			| 'reported'
			| 'wait_p50_seconds'
			| 'abandonment_rate',
			unknown
		>
	>('What days of a kind bring by themselves, beside the other kinds that some of them also are.', {
		kind,
		name: name('In words.'),
		days: count('How many days are behind it, on which the line was open.'),
		...factors,
		reported: flag('Whether the load surely differs: by chance so on at most one line in a hundred.'),
		wait_p50_seconds: change('The median wait.', { type: 'number', minimum: 0 }),
		abandonment_rate: change('Abandoned over answered and abandoned.', {
			type: 'number',
			minimum: 0,
			maximum: 1
		})
	})
};
