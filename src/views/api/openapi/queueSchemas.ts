import {
	channelKinds,
	serviceLevelFormulas,
	type Bilingual,
	type PublicChannel,
	type PublicPart,
	type PublicTopic,
	type Queue,
	type ServiceHours,
	type ServiceLevel
} from '#model/queue.ts';
import { slugPattern } from '#model/slug.ts';
import { choice, date, flag, list, nullable, object, rate, ref, text, wholeNumber } from './schemaParts.ts';
import type { Schema } from './types.ts';

const day = ref('OpenTimes');
const line = (description: string, maxLength: number) => text(description, { minLength: 1, maxLength });

/** A queue's settings, as they are given and as they are taken. */
export const queueSchemas: Record<string, Schema> = {
	Queue: queue(false),
	QueueChange: queue(true),
	Queues: object<{ queues: unknown }>('The queues that the key is for.', { queues: list(ref('Queue')) }),
	Bilingual: object<Bilingual>(
		'A text in English and Chinese.',
		{ en: line('', 200), zh: line('', 200) },
		{ closed: true }
	),
	OpenTimes: {
		description: 'Ranges of a day. An end before its start is over midnight. No range: closed.',
		type: 'array',
		maxItems: 12,
		items: { type: 'array', prefixItems: [ref('WallTime'), ref('WallTime')], minItems: 2, maxItems: 2 },
		examples: [[['09:00', '18:00']]]
	},
	WallTime: text('A time of the queue’s zone; 24:00 ends a day.', {
		pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$'
	})
};

/** `change`: as PUT takes it, where all may be left out and nothing unknown be said. */
function queue(change: boolean): Schema {
	const fields = <T>(description: string, properties: Record<keyof T & string, Schema>): Schema =>
		object<T>(description, properties, {
			optional: change ? 'all' : [],
			closed: change
		});
	return fields<Queue>(
		change ? 'What to change of a queue; what is left out stays as it is.' : 'A queue with its settings.',
		{
			slug: text('Cannot be changed.', { pattern: slugPattern.source }),
			name: ref('Bilingual'),
			zone: text('IANA name of its time zone.', { examples: ['Asia/Shanghai'] }),
			country: text('ISO 3166-1, for public holidays.', { pattern: '^[A-Z]{2}$', examples: ['CN'] }),
			subdivision: nullable(line('The part of ISO 3166-2 after the country.', 10)),
			hours: fields<ServiceHours>(
				'When it is open. A make-up workday follows the weekday that it stands for.',
				{ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day, holiday: day }
			),
			service_level: fields<ServiceLevel>('How its service level is counted.', {
				threshold_seconds: wholeNumber(
					'Answered within so many seconds is in time. Above 120, only the steps that are counted exactly are taken.',
					0,
					7200
				),
				target: rate('The share that should be in time.'),
				formula: choice(
					serviceLevelFormulas,
					'Which calls count; `strict`: those answered in time, over all answered and abandoned.'
				),
				short_abandon_seconds: wholeNumber('Who hangs up within so many seconds is a short abandon.', 0, 120)
			}),
			month_end_days: wholeNumber('The last so many days of a month count as month end.', 0, 15),
			retention_days: {
				...wholeNumber(
					'For how many days single calls are kept, if shorter than OFFPEAK_RETENTION_DAYS; their sums stay. null: as all are.',
					1,
					36_500
				),
				type: ['integer', 'null']
			},
			public: fields<PublicPart>('What callers are shown.', publicFields(change))
		}
	);
}

function publicFields(change: boolean): Record<keyof PublicPart, Schema> {
	return {
		enabled: flag('Whether callers are shown anything.'),
		phone: nullable(phone(change)),
		channels: list(
			object<PublicChannel>(
				'',
				{
					kind: choice(channelKinds),
					label: line('', 100),
					url: text('An http(s), mailto or tel address.', { maxLength: 2000 })
				},
				{ closed: change }
			),
			'Other ways to reach you.',
			{ maxItems: 20 }
		),
		topics: list(topic(change), 'What callers call about.', { maxItems: 50 }),
		parts: object<PublicPart['parts']>(
			'Which parts of the answer are shown.',
			{
				now: flag('How busy it is at present.'),
				week: flag('The week hour by hour.'),
				accuracy: flag('How often earlier answers held.')
			},
			{ closed: change }
		),
		embed_origins: list(
			text('', { examples: ['https://www.example.com'] }),
			'Sites that may embed the widget; none: any.',
			{
				maxItems: 100
			}
		),
		guide: {
			description:
				'Texts of the call guide, by name, in place of the usual ones; `urgent` for both languages, `urgent.zh` for one. `freeze_url` is where an account can be frozen.',
			type: 'object',
			additionalProperties: text('', { maxLength: 5000 })
		},
		min_calls: wholeNumber('Nothing is said about an hour with fewer calls behind it.', 10, 100_000)
	};
}

function phone(change: boolean): Schema {
	return object<NonNullable<PublicPart['phone']>>(
		'The number to call.',
		{
			number: text('', { minLength: 1, maxLength: 40, pattern: '^\\s*[+0-9][0-9 ()./-]*$' }),
			label: text('What stands beside it.', { maxLength: 100 }),
			verified_on: nullable(date('When it was last checked.'))
		},
		{ closed: change, optional: change ? ['label', 'verified_on'] : [] }
	);
}

function topic(change: boolean): Schema {
	return object<PublicTopic>(
		'',
		{
			slug: text('', { pattern: slugPattern.source }),
			name: line('', 100),
			urgent: flag('Callers are told to call at once, never to wait for a quiet hour.'),
			prepare: list(line('', 300), 'What to have at hand.', { maxItems: 20 })
		},
		{ closed: change, optional: change ? ['urgent', 'prepare'] : [] }
	);
}
