/**
 * Whether an error says that the database cannot be reached for now (it starts, stops, its connection broke, or what
 * it was asked for is locked): the same request will pass later. By PostgreSQL's classes 08 and 57P, 55P03 (a lock was
 * not to be had in time), and by the names of postgres.js and of sockets.
 */
export function isUnavailable(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const causes = 'cause' in error && error.cause instanceof Error ? [error, error.cause] : [error];
	return causes.some((one) => 'code' in one && pattern.test(String(one.code)));
}

const pattern =
	/^(08...|57P0[1-5]|53300|55P03|CONNECTION_\w+|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/;
