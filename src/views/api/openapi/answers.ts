import { ref } from './schemaParts.ts';
import type { Answer, Json } from './types.ts';

export function json(description: string, schema: string, example?: Json): Answer {
	const examples =
		example === undefined ? {} : { examples: { one: { summary: description, value: example } } };
	return { description, content: { 'application/json': { schema: ref(schema), ...examples } } };
}

export function plain(description: string, type = 'text/plain'): Answer {
	return { description, content: { [type]: { schema: { type: 'string' } } } };
}

/** A problem document (RFC 9457). */
export function problem(description: string): Answer {
	return { description, content: { 'application/problem+json': { schema: ref('Problem') } } };
}

/** A problem that passes: Retry-After says when to send the same again. */
export function passing(description: string): Answer {
	const header = { description: 'Seconds to wait.', schema: { type: 'integer' as const, minimum: 1 } };
	return { ...problem(description), headers: { 'Retry-After': header } };
}

/** What every address answers that needs a key or a session. */
export const refused = {
	'401': problem('There is no key and no session, or the key is not known.'),
	'403': problem('The key or the role lacks the scope, or the key is for other queues.'),
	'429': passing(
		'Too many requests came with this key or from this address within a minute; see `RateLimit`.'
	)
};
