import type { Opening } from '#analysis/opening.ts';
import { publicMinutes } from '#analysis/publicSteps.ts';
import { avoidReasons, dayKinds, insteads, type BestTime, type WaitMinutes } from '#model/publicAnswer.ts';
import { langs } from '#texts/lang.ts';
import {
	choice,
	date,
	flag,
	instant,
	list,
	nullable,
	object,
	rate,
	ref,
	text,
	wholeNumber
} from './schemaParts.ts';
import type { Schema } from './types.ts';

/** Why a line is closed; the type makes the list whole. */
const closedReasons: Record<NonNullable<Opening['reason']>, true> = {
	holiday: true,
	outside_hours: true,
	no_hours: true
};
const bases: Record<NonNullable<BestTime['now']>['basis'], true> = { live: true, typical: true };

/** What callers are told. */
export const publicSchemas: Record<string, Schema> = {
	BestTime: object<BestTime>(
		'When to call. Nothing in it tells how many calls or people there are, nor anything about a caller.',
		{
			queue: object<BestTime['queue']>('The line.', {
				slug: text(),
				name: text('In the language of the answer.'),
				zone: text('IANA name of its time zone.'),
				phone: nullable(text('The number to call.'))
			}),
			as_of: instant('What is said holds from here.'),
			valid_until: instant('Ask again then.'),
			lang: choice(langs),
			verdict: text('The answer in words.'),
			open: object<BestTime['open']>('Whether it is open.', {
				now: flag(),
				until: nullable(instant('Until when it is open.')),
				next: nullable(instant('When it opens next.')),
				reason: nullable(choice(Object.keys(closedReasons), 'Why it is closed; null while it is open.'))
			}),
			now: nullable(
				object<NonNullable<BestTime['now']>>(
					'How busy it is; null when it is closed, too little is known, or it is not shown.',
					{
						level: ref('Level'),
						wait_minutes: ref('WaitMinutes'),
						basis: choice(
							Object.keys(bases),
							'From the line as it is, or from the same hour of earlier weeks.'
						)
					}
				)
			),
			best: list(
				object<BestTime['best'][number]>('', {
					start: instant('In.'),
					end: instant('Out.'),
					level: ref('Level'),
					wait_minutes: ref('WaitMinutes')
				}),
				'The quietest times to come.'
			),
			avoid: list(
				object<BestTime['avoid'][number]>('', {
					start: instant('In.'),
					end: instant('Out.'),
					level: ref('Level'),
					why: choice(avoidReasons)
				}),
				'The times to come with the longest waits.'
			),
			week: list(weekDay(), 'The days to come, in the line’s own zone.'),
			instead: list(
				choice(insteads),
				'What to do instead of calling now, the first first: another channel, a time of `best`, a reminder for it. ' +
					'Empty unless most callers wait longer than 15 minutes.'
			),
			accuracy: nullable(
				object<NonNullable<BestTime['accuracy']>>('How well earlier answers held; null: not known.', {
					most_held: rate('Callers who waited no longer than the most_under they would have been shown.'),
					days: wholeNumber('Over so many days.', 1)
				})
			)
		}
	),
	Level: wholeNumber(
		'The fifth of the line’s own open hours by expected wait: 1 the quietest, 5 the busiest.',
		1,
		5
	),
	WaitMinutes: object<WaitMinutes>('Expected waits, rounded up; null: more than the highest step.', {
		half_under: minutes('Half of the callers wait less.'),
		most_under: minutes('Four in five wait less.')
	})
};

function minutes(description: string): Schema {
	return nullable(choice(publicMinutes, description));
}

function weekDay(): Schema {
	return object<BestTime['week'][number]>('', {
		date: date(''),
		kind: choice(dayKinds),
		name: nullable(text('Of the holiday, in the language of the answer.')),
		hours: list(
			object<BestTime['week'][number]['hours'][number]>('', {
				hour: wholeNumber('', 0, 23),
				level: { ...nullable(ref('Level')), description: 'Null: closed, or too little is known.' }
			})
		)
	});
}
