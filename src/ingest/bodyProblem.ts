/** A request's body that cannot be taken as a whole; becomes a problem document with this status. */
export class BodyProblem extends Error {
	constructor(
		readonly status: 400 | 408 | 413 | 415 | 503 | 507,
		readonly title: string,
		readonly detail: string,
		readonly retryAfterSeconds: number | null = null
	) {
		super(detail);
	}
}
