/**
 * What keeps Offpeak from starting, as one sentence for the person at the terminal.
 * The launcher prints the message alone, without a stack, and exits with 1.
 */
export class StartError extends Error {
	override name = 'StartError';
}

/** By name, not by class: the server and the commands are built apart, each with a StartError of its own. */
export function isStartError(error: unknown): error is Error {
	return error instanceof Error && error.name === 'StartError';
}
