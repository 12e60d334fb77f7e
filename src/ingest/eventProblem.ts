import { isTooOld, type ParseLimits, type RecordProblem } from '#model/parseCall.ts';
import type { CallEvent } from '#sources/source.ts';
import { limits } from './limits.ts';

/** Why an event cannot be taken; null when it can. What its calls will be is then right by construction. */
export function eventProblem(
	{ trail, at, sinceAt }: CallEvent,
	parseLimits: ParseLimits,
	allowedQueues: string[] | null
): RecordProblem | null {
	if (at > parseLimits.now + limits.ahead_seconds * 1000)
		return {
			field: 'time',
			code: 'in_future',
			message: `time is more than 5 minutes ahead of the server's clock`
		};
	if (sinceAt < 0) return { field: 'time', code: 'out_of_range', message: 'time is before 1970' };
	if (trail === '') return null;
	const slug = trail.slice(trail.lastIndexOf('/') + 1);
	if (isTooOld(slug, sinceAt, parseLimits))
		return { field: 'time', code: 'too_old', message: 'time is older than the records that are kept' };
	return allowedQueues === null || allowedQueues.includes(slug)
		? null
		: notAllowed('the key is not for this queue');
}

export function notAllowed(message: string): RecordProblem {
	return { field: 'queue', code: 'queue_not_allowed', message: `queue: ${message}` };
}
