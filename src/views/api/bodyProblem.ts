import type { BodyProblem } from '#ingest/bodyProblem.ts';
import { problem } from './problem.ts';

/** The answer to a body that cannot be taken as a whole. */
export function bodyProblem({ status, title, detail, retryAfterSeconds }: BodyProblem): Response {
	const retry: Record<string, string> =
		retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) };
	return problem(status, title, detail, {}, retry);
}
