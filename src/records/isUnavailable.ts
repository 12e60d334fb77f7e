/**
 * Whether an error says that the database cannot be reached for now (it starts, stops, its connection broke, or what
 * it was asked for is locked): the same request will pass later. By PostgreSQL's classes 08 and 57P, 55P03 (a lock was
 * not to be had in time), and by the names of postgres.js and of sockets.
 */
export function isUnavailable(error: unknown): boolean {
	return codesOf(error).some((code) => pattern.test(code));
}

/** Whether an error says that a server was asked for a connection and said nothing, neither yes nor no. */
export function isSilent(error: unknown): boolean {
	return codesOf(error).some((code) => code === 'CONNECT_TIMEOUT' || code === 'ETIMEDOUT');
}

/** Whether an error says that the database's disk is full (53100). */
export function isDiskFull(error: unknown): boolean {
	return codesOf(error).includes('53100');
}

function codesOf(error: unknown): string[] {
	if (!(error instanceof Error)) return [];
	const causes = 'cause' in error && error.cause instanceof Error ? [error, error.cause] : [error];
	return causes.flatMap((one) => ('code' in one ? [String(one.code)] : []));
}

const pattern =
	/^(08...|57P0[1-5]|53300|55P03|CONNECTION_\w+|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;
