import type { SourceProblem } from '#analysis/sourceHealth/sourceProblems.ts';
import type { sourceJson } from '../sources.server.ts';
import { needs } from './access.ts';
import { json, refused } from './answers.ts';
import { choice, count, instant, list, nullable, object, ref, seconds, text } from './schemaParts.ts';
import type { Paths, Schema } from './types.ts';

/** How the sources do. */
export const sourcePaths: Paths = {
	'/api/v1/sources': {
		get: {
			operationId: 'listSources',
			tags: ['Calls'],
			summary: 'See how each source does',
			'x-summary-zh': '查看各数据源的状况',
			description:
				'When it last sent something, how late, how much, and what is wrong with it: figures of its queues may be incomplete ' +
				'then. Of those that have told of queues that the reader may see.',
			security: needs('read'),
			responses: { '200': json('The sources.', 'Sources'), ...refused }
		}
	}
};

const problems: Record<SourceProblem['kind'], true> = {
	silent: true,
	refused: true,
	ahead: true,
	late: true
};

export const sourceSchemas: Record<string, Schema> = {
	Sources: object<Record<'sources', unknown>>('How sources do.', { sources: list(ref('Source')) }),
	Source: object<ReturnType<typeof sourceJson>>('How a source does.', {
		source: text('Its name.'),
		queues: list(text('A slug.'), 'The queues that it has told of in thirty days.'),
		problems: list(
			choice(Object.keys(problems)),
			'silent: nothing came for longer than usual. refused: many records of the last hour could not be read. ahead: its ' +
				'clock is. late: records come much later than usual.'
		),
		last_received_at: instant('When it last sent something.'),
		newest_at: nullable(instant('The latest instant that any record tells of.')),
		delay_seconds: nullable(seconds('From what the newest record tells of to its arrival.')),
		usual_delay_seconds: nullable(seconds('The middle of the last week.')),
		records_a_minute: { description: 'Over the last quarter hour.', type: 'number', minimum: 0 },
		read_24h: count('Records that were read in the last day.'),
		rejected_24h: count('Records that were not.'),
		clock_ahead_seconds: nullable(
			seconds('The most by which a record of the last hour came from the future.')
		),
		rejected_in_future_1h: count('Refused in the last hour, since they were from the future.'),
		gaps: list(
			object<Record<'start' | 'end', unknown>>('', {
				start: instant('When it fell silent.'),
				end: nullable(instant('When it sent again; null: it is silent.'))
			}),
			'Of the last seven days, the latest first: it sent nothing, though it usually does.'
		)
	})
};
