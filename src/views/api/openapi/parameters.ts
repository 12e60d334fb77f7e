import { slugPattern } from '#model/slug.ts';
import type { Parameter } from './types.ts';

export const oneQueue: Parameter = {
	name: 'queue',
	in: 'path',
	required: true,
	description: 'The queue’s slug.',
	schema: { type: 'string', pattern: slugPattern.source },
	example: 'payments'
};

export const queues: Parameter = {
	name: 'queue',
	in: 'path',
	required: true,
	description:
		'A slug, several with commas, or `all` that the key is for: then the total, in the zone of the first.',
	schema: { type: 'string', minLength: 1 },
	example: 'payments'
};
