import type { FeedState } from '#analysis/liveWait/feed.ts';
import type { Live } from '../live.ts';
import { loadSchemas } from './loadSchemas.ts';
import { choice, count, instant, nullable, object, ref, seconds, wholeNumber } from './schemaParts.ts';
import type { Schema } from './types.ts';

const feeds: Record<FeedState, true> = { live: true, late: true, silent: true, unknown: true };

/** A queue as it is now. */
export const liveSchemas: Record<string, Schema> = {
	Live: object<Live>('A queue as it is now.', {
		as_of: instant('When it was so.'),
		feed: choice(
			Object.keys(feeds),
			'live: records come while calls happen. late: only afterwards. silent: none came for longer than usual. ' +
				'unknown: none came yet.'
		),
		waiting: count('Calls of which neither an answer nor an end is known.'),
		longest_wait_seconds: nullable(seconds('Of those who wait; null when nobody does.')),
		talking: count('Calls that were answered and have not ended.'),
		today: ref('LoadRow'),
		last_quarter_hour: { ...ref('LoadRow'), description: 'The last quarter hour that is over.' },
		typical: nullable({
			...ref('LoadSoFar'),
			description:
				'The same until the same time of the last days that are like this one; null: there are none.'
		}),
		estimated_wait_seconds: nullable(
			object<NonNullable<Live['estimated_wait_seconds']>>(
				'Of somebody who calls now and finds no agent free; null when it is not known.',
				{ p50: seconds('Half of such callers wait no longer.'), p80: seconds('Four in five wait no longer.') }
			)
		)
	}),
	LoadSoFar: soFar()
};

/** A load row without its interval. */
function soFar(): Schema {
	const { properties = {}, required = [] } = loadSchemas.LoadRow ?? {};
	const { start: _start, end: _end, ...rest } = properties;
	return {
		description:
			'Figures of several days until the same time: counts and sums are means of a day, rates are over all.',
		type: 'object',
		required: [...required.filter((name) => name !== 'start' && name !== 'end'), 'days', 'offered_median'],
		properties: {
			...rest,
			days: wholeNumber('How many days.', 1),
			offered_median: nullable({
				description:
					'Half of these days had no more calls, as the pages of managers say it; null: fewer than three days.',
				type: 'number',
				minimum: 0
			})
		}
	};
}
