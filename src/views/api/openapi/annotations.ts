import { annotationLimits } from '#model/annotation.ts';
import { needs } from './access.ts';
import { json, problem, refused } from './answers.ts';
import { queues } from './parameters.ts';
import { flag, instant, list, nullable, object, ref, text } from './schemaParts.ts';
import type { Paths, Schema } from './types.ts';

const path = '/api/v1/queues/{queue}/annotations';

/** What managers have marked. */
export const annotationPaths: Paths = {
	[path]: {
		get: {
			operationId: 'listAnnotations',
			tags: ['Figures'],
			summary: 'Read what is marked in a queue’s time',
			'x-summary-zh': '查看时段标注',
			description: 'In the order of time, with what is marked for all queues.',
			security: needs('read'),
			parameters: [
				queues,
				...(['from', 'to'] as const).map((name) => ({
					name,
					in: 'query' as const,
					description: 'A date or an instant; only what has a moment in between. Left out: everything.',
					schema: { type: 'string' as const },
					example: name === 'from' ? '2026-11-01' : '2026-12-01'
				}))
			],
			responses: {
				'200': json('What is marked.', 'Annotations'),
				'400': problem('from or to is wrong.'),
				...refused,
				'404': problem('There is no such queue.')
			}
		},
		post: {
			operationId: 'addAnnotation',
			tags: ['Figures'],
			summary: 'Mark a stretch of time',
			'x-summary-zh': '标注一段时间',
			description:
				'Of one queue, or of `all`. No figure changes by it. With `leave_out` every hour that it touches is no example of ' +
				'what is usual: like days, peaks, effects of special days, waits shown to callers and forecasts are learned without it.',
			security: needs('admin'),
			parameters: [queues],
			requestBody: {
				required: true,
				content: {
					'application/json': {
						schema: ref('NewAnnotation'),
						examples: {
							outage: {
								summary: 'An outage',
								value: {
									start: '2026-11-16T10:20:00+08:00',
									end: '2026-11-16T12:00:00+08:00',
									text: 'App outage',
									leave_out: true
								}
							}
						}
					}
				}
			},
			responses: {
				'201': json('What was marked.', 'Annotation'),
				'400': problem('The body is no JSON object.'),
				...refused,
				'404': problem('There is no such queue.'),
				'422': problem('It cannot be taken; `errors` names the field.')
			}
		}
	}
};

const said = {
	start: instant('When it began.'),
	end: instant('When it was over; out. At most 366 days after start.'),
	text: { ...text('What happened.'), minLength: 1, maxLength: annotationLimits.textLength },
	leave_out: flag('True: what came then is no example of what is usual.')
};

export const annotationSchemas: Record<string, Schema> = {
	Annotations: object<Record<'queue' | 'zone' | 'annotations', unknown>>('What managers have marked.', {
		queue: text('As it was asked for.'),
		zone: text('The zone of the instants.'),
		annotations: list(ref('Annotation'), 'In the order of time.')
	}),
	Annotation: object<Record<'id' | 'queue' | 'start' | 'end' | 'text' | 'leave_out', unknown>>(
		'A stretch of time with what is said of it.',
		{ id: text('Its name.'), queue: nullable(text('The queue; null: all queues.')), ...said }
	),
	NewAnnotation: {
		type: 'object',
		description: 'What is to be marked.',
		required: ['start', 'end', 'text'],
		properties: said
	}
};
