import { alertSchemas } from './alertSchemas.ts';
import { annotationSchemas } from './annotations.ts';
import { callListSchemas } from './callList.ts';
import { callSchemas } from './callSchemas.ts';
import { compareSchemas } from './compare.ts';
import { liveSchemas } from './liveSchemas.ts';
import { forecastSchemas } from './forecastSchemas.ts';
import { loadSchemas } from './loadSchemas.ts';
import { publicSchemas } from './publicSchemas.ts';
import { queueSchemas } from './queueSchemas.ts';
import { object, text } from './schemaParts.ts';
import { sharingSchemas } from './sharingSchemas.ts';
import { sourceSchemas } from './sources.ts';
import { specialDaySchemas } from './specialDays.ts';
import { staffingSchemas } from './staffingSchemas.ts';
import { waitSchemas } from './waits.ts';
import type { Schema } from './types.ts';

/** Every named schema of the description. */
export const schemas: Record<string, Schema> = {
	...callSchemas,
	...loadSchemas,
	...waitSchemas,
	...compareSchemas,
	...callListSchemas,
	...liveSchemas,
	...sourceSchemas,
	...specialDaySchemas,
	...annotationSchemas,
	...alertSchemas,
	...forecastSchemas,
	...staffingSchemas,
	...queueSchemas,
	...publicSchemas,
	...sharingSchemas,
	Problem: object<Record<'type' | 'title' | 'status' | 'detail' | 'field' | 'errors', unknown>>(
		'An error, as RFC 9457 says.',
		{
			type: text('An address that names the kind of problem; about:blank: the status says it.'),
			title: text('The kind of problem.'),
			status: { description: 'The HTTP status again.', type: 'integer', minimum: 400, maximum: 599 },
			detail: text('What is wrong this time.'),
			field: text('The parameter that is wrong.'),
			errors: {
				description: 'What is wrong with each field of a body.',
				type: 'array',
				items: object<Record<'field' | 'message', unknown>>('', {
					field: text('Where, with dots: public.topics.0.name.'),
					message: text('What is wrong.')
				})
			}
		},
		{ optional: ['field', 'errors'] }
	)
};
