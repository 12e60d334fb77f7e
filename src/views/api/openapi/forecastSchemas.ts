import { methodNames } from '#analysis/forecast/methodNames.ts';
import type { Reason } from '../../forecastWords.ts';
import type { ForecastAnswer, ForecastRow } from '../forecast.server.ts';
import { choice, count, instant, list, nullable, object, rate, ref, seconds, text } from './schemaParts.ts';
import type { Schema } from './types.ts';

const calls = (description: string): Schema => ({ description, type: 'number', minimum: 0 });

/** What is to be expected. */
export const forecastSchemas: Record<string, Schema> = {
	Forecast: object<ForecastAnswer>('What is expected of the days to come.', {
		queue: text('The queue’s slug.'),
		zone: text('The zone of the intervals.'),
		grain: choice(['hour', 'day']),
		made_at: nullable(instant('When it was made; null where there is none.')),
		rows: list(ref('ForecastRow'), 'In order, without a gap.')
	}),
	ForecastRow: object<ForecastRow>(
		'An hour or a day. The calls are the product of level, factors and share.',
		{
			start: instant('In, with the offset of the zone.'),
			end: instant('Out.'),
			offered: object<ForecastRow['offered']>('Calls to expect, as quantiles, not rounded to whole calls.', {
				p025: calls('Fewer come one time in forty.'),
				p10: calls('Fewer come one time in ten.'),
				p25: calls('Fewer come one time in four.'),
				p50: calls('As likely to be exceeded as not.'),
				p75: calls('More come one time in four.'),
				p90: calls('More come one time in ten.'),
				p975: calls('More come one time in forty.')
			}),
			wait_p50_seconds: nullable(
				seconds(
					'The wait that half of the callers will not exceed: what such hours have brought at such a load, or what ' +
						'Erlang says of the plan of staff where there is one. Of a day the mean of its hours by calls.'
				)
			),
			agents: nullable(
				count(
					'The fewest who reach the queue’s target; of a day those of the hour that needs most. Null where handling ' +
						'times are not known.'
				)
			),
			reason: text('What shaped it, in words and factors, in the language of the request.'),
			level: calls('Calls of a day of the middle weekday, as the last weeks were.'),
			share: rate('The part of the day’s calls that comes in the interval.'),
			factors: list(ref('ForecastReason'), 'Those of a hundredth or more, the weekday first.'),
			method: choice(methodNames, 'A naive one where it has been nearer lately.')
		}
	),
	ForecastReason: object<Reason>('A thing that moves a day’s load.', {
		kind: choice(['weekday', 'class', 'holiday', 'month', 'year']),
		name: text('In the language of the request.'),
		factor: calls('What it multiplies the calls of the day by.')
	})
};
