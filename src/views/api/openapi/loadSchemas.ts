import type { PeakWindow } from '#analysis/peaks.ts';
import { grains, type LoadRow, type PeakCell } from '#model/load.ts';
import {
	choice,
	count,
	date,
	instant,
	list,
	nullable,
	object,
	rate,
	ref,
	seconds,
	text,
	wholeNumber
} from './schemaParts.ts';
import type { Schema } from './types.ts';

const waits = {
	wait_p50_seconds: nullable(seconds('Half of the answered and abandoned callers waited no longer.')),
	wait_p90_seconds: nullable(seconds('Nine in ten waited no longer.'))
};

/** What is counted in an interval. */
export const loadFields: Record<Exclude<keyof LoadRow, 'start' | 'end'>, Schema> = {
	offered: count('Calls that came into the queue.'),
	answered: count('A person answered.'),
	abandoned: count('The caller hung up while waiting.'),
	short_abandoned: count('Of these, within short_abandon_seconds.'),
	flowed_out: count('Overflowed, timed out, turned into a callback or a voicemail.'),
	rejected: count('Refused by the queue.'),
	lost: count('Ended by a fault.'),
	waiting: count('Not ended yet.'),
	answered_within: count('Answered within the threshold of the service level.'),
	abandoned_within: count('Abandoned within that threshold.'),
	service_level: nullable(rate('By the formula of the queue.')),
	abandonment_rate: nullable(rate('Abandoned over answered and abandoned.')),
	asa_seconds: nullable(seconds('Mean wait of answered calls.')),
	...waits,
	longest_wait_answered_seconds: nullable(seconds('The longest wait that ended with an answer.')),
	longest_wait_abandoned_seconds: nullable(seconds('The longest wait that was given up.')),
	aht_seconds: nullable(seconds('Mean of talk, hold and wrap of the answered calls that carry them.')),
	talk_seconds: count('Sum of talk.'),
	hold_seconds: count('Sum of hold.'),
	wrap_seconds: count('Sum of after-call work.'),
	repeat_callers: nullable(
		count('Calls by a number seen in the 24 hours before. Null where numbers are not sent.')
	)
};

/** Figures by interval, and the peaks of the week. */
export const loadSchemas: Record<string, Schema> = {
	Load: object<{ queue: unknown; zone: unknown; grain: unknown; rows: unknown }>('Figures by interval.', {
		queue: text('As it was asked for.'),
		zone: text('The zone of the intervals: that of the queue, or of the first of several.'),
		grain: choice(grains),
		rows: list(ref('LoadRow'), 'Every interval of the range has a row, an empty one too.')
	}),
	LoadRow: object<LoadRow>(
		'An interval. Each call belongs to the one in which it was enqueued. Null: nothing to divide by, or not known. ' +
			'offered = answered + abandoned + flowed_out + rejected + lost + waiting.',
		{
			start: instant('In, with the offset of the zone.'),
			end: instant('Out.'),
			...loadFields
		}
	),
	Peaks: object<Record<'queue' | 'zone' | 'from' | 'until' | 'cells' | 'busiest' | 'quietest', unknown>>(
		'When the peaks are.',
		{
			queue: text('As it was asked for.'),
			zone: text('The zone of the hours.'),
			from: date('The first day that was looked at.'),
			until: date('The day after the last.'),
			cells: list(ref('PeakCell'), 'Every hour of the week, over all days.', {
				minItems: 168,
				maxItems: 168
			}),
			busiest: list(ref('PeakWindow'), 'Of ordinary workdays, the busiest first.', { maxItems: 3 }),
			quietest: list(ref('PeakWindow'), 'Of ordinary workdays, the quietest first.', { maxItems: 3 })
		}
	),
	PeakCell: object<PeakCell>('An hour of the week.', {
		weekday: weekday(),
		hour: wholeNumber('Wall time of the zone.', 0, 23),
		days: count(
			'How many such hours were seen: those in any part of which the queue was open, called or not, and those in which ' +
				'calls came although it was closed. Of several queues one is enough. The hours before the first call, and those ' +
				'marked as no examples, are not among them.'
		),
		offered_mean: nullable(seconds('Calls an hour, over those hours; null where there are none.')),
		...waits,
		abandonment_rate: nullable(rate('Abandoned over answered and abandoned.'))
	}),
	PeakWindow: object<PeakWindow & { words: string }>(
		'Neighbouring hours of neighbouring weekdays that stand out.',
		{
			weekdays: list(weekday(), '', { minItems: 1, maxItems: 7 }),
			from_hour: wholeNumber('In.', 0, 23),
			to_hour: wholeNumber('Out.', 1, 24),
			offered_mean: seconds('Calls an hour.'),
			...waits,
			abandonment_rate: nullable(rate('Abandoned over answered and abandoned.')),
			days: count('How many days stand behind it.'),
			words: text('The same as a sentence, in the language of the request.')
		}
	)
};

function weekday(): Schema {
	return wholeNumber('1 is Monday.', 1, 7);
}
